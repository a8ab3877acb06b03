# `cmake --install build` puts the programs, their documents and the desktop's files under the prefix.
include(GNUInstallDirs)

install(TARGETS paddock-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY scenarios/ DESTINATION ${CMAKE_INSTALL_DATADIR}/paddock/scenarios
        FILES_MATCHING PATTERN "*.json")
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)

if(PADDOCK_STUDIO)
  install(TARGETS paddock RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  if(EXISTS ${CMAKE_SOURCE_DIR}/assets/paddock.desktop)
    install(FILES assets/paddock.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  endif()
  if(EXISTS ${CMAKE_SOURCE_DIR}/assets/paddock.svg)
    install(FILES assets/paddock.svg
            DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
  endif()
  if(EXISTS ${CMAKE_SOURCE_DIR}/assets/io.github.paddock.Paddock.metainfo.xml)
    install(FILES assets/io.github.paddock.Paddock.metainfo.xml
            DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  endif()
endif()

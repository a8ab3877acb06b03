# Writes generated/paddock_build_config.h: what the sources and libraries of this build are.
set(PADDOCK_COMMIT unknown)
find_package(Git QUIET)
if(GIT_FOUND AND EXISTS ${CMAKE_SOURCE_DIR}/.git)
  execute_process(COMMAND ${GIT_EXECUTABLE} rev-parse --short=12 HEAD
                  WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} OUTPUT_VARIABLE commit
                  OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
  if(NOT failed)
    set(PADDOCK_COMMIT ${commit})
  endif()
  # A new commit configures anew; only the one file that includes the header is compiled again.
  if(EXISTS ${CMAKE_SOURCE_DIR}/.git/logs/HEAD)
    set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
                 ${CMAKE_SOURCE_DIR}/.git/logs/HEAD)
  endif()
endif()

set(PADDOCK_BOX2D_VERSION ${box2d_VERSION})
set(PADDOCK_TORCH_VERSION ${Torch_VERSION})
foreach(name PADDOCK_BOX2D_VERSION PADDOCK_TORCH_VERSION)
  if(NOT ${name})
    set(${name} unknown)
  endif()
endforeach()

configure_file(${CMAKE_SOURCE_DIR}/cmake/paddock_build_config.h.in
               ${CMAKE_BINARY_DIR}/generated/paddock_build_config.h @ONLY)

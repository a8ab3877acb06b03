# The headers of Qt that most files of the window read, precompiled: reading them is most of what
# compiling such a file costs. The core's files gain nothing together (measured): theirs is generating code.

option(PADDOCK_PRECOMPILE "Precompile the headers of Qt that most files of the window read" ON)

if(PADDOCK_PRECOMPILE)
  file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/generated/window_headers.cpp
       CONTENT "// Holds the precompiled headers.\n")
  add_library(paddock_window_headers OBJECT ${CMAKE_BINARY_DIR}/generated/window_headers.cpp)
  target_link_libraries(paddock_window_headers PRIVATE paddock_options Qt6::Widgets)
  # The compiler refuses to share unless every user has these too.
  target_compile_definitions(paddock_window_headers PRIVATE QT_NO_KEYWORDS)
  target_compile_options(paddock_window_headers PRIVATE -fPIC)
  target_precompile_headers(paddock_window_headers PRIVATE
                            ${CMAKE_SOURCE_DIR}/widgets/precompiled.h)
endif()

# For targets that link Qt6::Widgets and define QT_NO_KEYWORDS.
function(paddock_use_window_headers target)
  if(PADDOCK_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM paddock_window_headers)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
      # The first is for ccache, which sees them then. The second: from precompiled headers GCC 12
      # warns of an overflow inside std::string that is not there.
      target_compile_options(${target} PRIVATE -fpch-preprocess -Wno-stringop-overflow)
    endif()
  endif()
endfunction()

# Shared compile settings and the two helpers that every layer uses.

add_library(paddock_options INTERFACE)
target_include_directories(paddock_options INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/generated)
# Contraction off: fused multiply-adds would make results depend on the compiler's mood.
target_compile_options(paddock_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow=local
                       -Wnon-virtual-dtor -ffp-contract=off)
# GCC 12 warns of an overlap inside std::string's operator+ that is not there (its bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(paddock_options INTERFACE -Wno-restrict)
endif()
if(PADDOCK_WERROR)
  target_compile_options(paddock_options INTERFACE -Werror)
endif()
if(PADDOCK_SANITIZE)
  target_compile_options(paddock_options INTERFACE -fsanitize=${PADDOCK_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(paddock_options INTERFACE -fsanitize=${PADDOCK_SANITIZE})
endif()

# paddock_layer(<name> <sources...>): the static library paddock_<name>.
function(paddock_layer name)
  add_library(paddock_${name} STATIC ${ARGN})
  add_library(paddock::${name} ALIAS paddock_${name})
  target_link_libraries(paddock_${name} PUBLIC paddock_options)
endfunction()

# paddock_test(<name> SOURCES <...> LIBS <...> [GUI]): a Qt Test program registered with ctest.
# One QTEST_*MAIN per program; GUI tests run on the display that test.sh provides.
function(paddock_test name)
  cmake_parse_arguments(T "GUI" "" "SOURCES;LIBS" ${ARGN})
  add_executable(${name} ${T_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON
                        RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_compile_definitions(${name} PRIVATE QT_NO_KEYWORDS
                             PADDOCK_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                             PADDOCK_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
  target_link_libraries(${name} PRIVATE ${T_LIBS} Qt6::Test)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 120)
  if(T_GUI)
    set_tests_properties(${name} PROPERTIES LABELS gui)
  endif()
  if("paddock::widgets" IN_LIST T_LIBS OR "paddock::scene" IN_LIST T_LIBS)
    paddock_use_window_headers(${name})
  endif()
endfunction()

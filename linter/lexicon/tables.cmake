# The built-in lexicons as C. A compiler that runs on the building machine reads lexicons/*.yaml and
# writes one file of tables. When cross compiling, build `lexicon_compiler` natively first and give
# its path as PROVISO_LEXICON_COMPILER.
set(PROVISO_LEXICON_COMPILER "" CACHE FILEPATH "a lexicon compiler for the building machine")

file(GLOB lexicon_yaml CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
     ${PROJECT_SOURCE_DIR}/lexicons/*.yaml ${PROJECT_SOURCE_DIR}/lexicons/en/*.yaml)
list(SORT lexicon_yaml)
set(lexicon_yaml_paths)
foreach(path ${lexicon_yaml})
  list(APPEND lexicon_yaml_paths ${PROJECT_SOURCE_DIR}/${path})
endforeach()

if(PROVISO_LEXICON_COMPILER)
  set(lexicon_command ${PROVISO_LEXICON_COMPILER})
elseif(CMAKE_CROSSCOMPILING)
  message(FATAL_ERROR "cross compiling needs PROVISO_LEXICON_COMPILER")
else()
  file(GLOB compiler_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/compile/*.c)
  add_executable(lexicon_compiler ${compiler_sources} $<TARGET_OBJECTS:base>
                 $<TARGET_OBJECTS:lexicon>)
  target_include_directories(lexicon_compiler PRIVATE include linter)
  target_link_libraries(lexicon_compiler PRIVATE PkgConfig::YAML PkgConfig::PCRE2
                                                 ${CMAKE_DL_LIBS})
  # Checks, and never changes what is made: dictionaries differ from machine to machine.
  set(PROVISO_DICTIONARIES /usr/share/hunspell CACHE PATH "where en_GB.dic and en_US.dic are")
  add_test(NAME words COMMAND lexicon_compiler --words ${PROVISO_DICTIONARIES} ${lexicon_yaml}
           WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  if(PROVISO_FUZZ)
    target_link_options(lexicon_compiler PRIVATE -fsanitize=fuzzer-no-link)
  endif()
  set(lexicon_command lexicon_compiler)
endif()

set(lexicon_c ${PROJECT_BINARY_DIR}/lexicon_builtin.c)
add_custom_command(
  OUTPUT ${lexicon_c}
  COMMAND ${lexicon_command} ${lexicon_c} ${lexicon_yaml}
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
  DEPENDS ${lexicon_command} ${lexicon_yaml_paths}
  COMMENT "Compiling the lexicons"
  VERBATIM)
add_library(lexicon_tables OBJECT ${lexicon_c})
target_include_directories(lexicon_tables PRIVATE include linter)
target_compile_options(lexicon_tables PRIVATE -Wno-overlength-strings -Wno-missing-braces)
set_target_properties(lexicon_tables PROPERTIES POSITION_INDEPENDENT_CODE ON)

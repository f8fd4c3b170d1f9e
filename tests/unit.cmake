# Unit tests. tests/unit/<module>_<noun>.c defines `Suite *<module>_<noun>_suite(void)`; there is
# one program for each module (unit_base, unit_lexicon ...), which links that stage and those above
# it, so that a module can be tested while a later one does not compile.

set(stages base lexicon document match report verb)
# Objects without a stage of their own that the stages need: the tables of the built-in lexicon.
set(tables builtin)

function(proviso_unit_test module above)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/unit/${module}_*.c)
  if(NOT sources)
    return()
  endif()
  set(declarations "")
  set(suites "")
  foreach(source ${sources})
    get_filename_component(name ${source} NAME_WE)
    string(APPEND declarations "Suite *${name}_suite(void);\n")
    string(APPEND suites "    ${name}_suite,\n")
  endforeach()
  configure_file(unit/main.c.in ${CMAKE_CURRENT_BINARY_DIR}/unit_${module}.c @ONLY)
  add_executable(unit_${module} ${CMAKE_CURRENT_BINARY_DIR}/unit_${module}.c ${sources})
  target_include_directories(unit_${module} PRIVATE unit ${PROJECT_SOURCE_DIR}/include
                                                    ${PROJECT_SOURCE_DIR}/linter)
  target_compile_definitions(unit_${module} PRIVATE SOURCE_FOLDER="${PROJECT_SOURCE_DIR}")
  target_link_libraries(unit_${module} PRIVATE PkgConfig::CHECK m)
  foreach(target ${above} ${tables})
    if(TARGET ${target})
      target_link_libraries(unit_${module} PRIVATE ${target})
    endif()
  endforeach()
  add_test(NAME unit_${module} COMMAND unit_${module})
endfunction()

set(above "")
foreach(stage ${stages})
  list(APPEND above ${stage})
  proviso_unit_test(${stage} "${above}")
endforeach()

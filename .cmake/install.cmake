# What `cmake --install` puts in place: the program, the header, the library (shared and static, with
# pkg-config and CMake package files), the manual page and the sources of the lexicons. The program
# needs none of the rest at run time.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set_target_properties(proviso_static PROPERTIES EXPORT_NAME static)
set_target_properties(proviso_shared PROPERTIES EXPORT_NAME shared)
install(TARGETS proviso RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS proviso_static proviso_shared EXPORT provisoTargets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(FILES include/proviso.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY lexicons DESTINATION ${CMAKE_INSTALL_DATADIR}/proviso)
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

# pkg-config. Paths are relative to the .pc file, so that a tree that was moved still works.
file(RELATIVE_PATH proviso_pc_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" proviso_pc_prefix "${proviso_pc_prefix}")
configure_file(.cmake/proviso.pc.in ${PROJECT_BINARY_DIR}/proviso.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/proviso.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

# find_package(proviso): targets proviso::shared and proviso::static.
set(proviso_cmake_folder ${CMAKE_INSTALL_LIBDIR}/cmake/proviso)
configure_package_config_file(.cmake/provisoConfig.cmake.in ${PROJECT_BINARY_DIR}/provisoConfig.cmake
                              INSTALL_DESTINATION ${proviso_cmake_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/provisoConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(EXPORT provisoTargets NAMESPACE proviso:: DESTINATION ${proviso_cmake_folder})
install(FILES ${PROJECT_BINARY_DIR}/provisoConfig.cmake
              ${PROJECT_BINARY_DIR}/provisoConfigVersion.cmake
        DESTINATION ${proviso_cmake_folder})

# The manual page and the completions, which the program prints from its table of options.
if(NOT CMAKE_CROSSCOMPILING)
  file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/completions)
  set(printed "")
  function(proviso_print file destination)
    set(path ${PROJECT_BINARY_DIR}/${file})
    add_custom_command(OUTPUT ${path} COMMAND proviso help ${ARGN} > ${path} DEPENDS proviso VERBATIM)
    set(printed ${printed} ${path} PARENT_SCOPE)
    install(FILES ${path} DESTINATION ${destination})
  endfunction()
  proviso_print(proviso.1 ${CMAKE_INSTALL_MANDIR}/man1 --man)
  proviso_print(completions/proviso ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
                --completion bash)
  proviso_print(_proviso ${CMAKE_INSTALL_DATADIR}/zsh/site-functions --completion zsh)
  proviso_print(proviso.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d --completion fish)
  add_custom_target(man ALL DEPENDS ${printed})
endif()

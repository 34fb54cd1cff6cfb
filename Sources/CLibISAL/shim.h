#pragma once
#include <isa-l/igzip_lib.h>

/// The size of the memory that ISA-L's level 2 works in; its own macro is too tangled for Swift's importer.
static const uint32_t isal_level_2_buffer_size = ISAL_DEF_LVL2_DEFAULT;

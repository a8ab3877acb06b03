#include "core/base/heap.h"

#include <cstdlib> // names the C library
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace paddock {

void keepHeapFlat() {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 32 * 1024); // setting it also keeps it from growing by itself
#endif
}

} // namespace paddock

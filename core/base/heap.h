// How this process takes its memory.
#pragma once

namespace paddock {

// Blocks from 32 KiB on come from the system and go back to it. Without this, glibc's heap breaks
// into pieces under the aligned blocks of tensors and grows by about 37 bytes for each agent step
// of training, without end. Call it first.
void keepHeapFlat();

} // namespace paddock

// Row-major views of flat arrays: the one way in which layers hand each other batches.
#pragma once

#include <cassert>
#include <cstddef>
#include <span>

namespace paddock {

// `rows` x `cols` values, row-major and contiguous; borrows its memory.
template <class T>
struct MatrixView {
    T *data = nullptr;
    std::size_t rows = 0;
    std::size_t cols = 0;

    std::size_t size() const { return rows * cols; }
    std::span<T> row(std::size_t r) const {
        assert(r < rows);
        return {data + r * cols, cols};
    }
    T &operator()(std::size_t r, std::size_t c) const {
        assert(r < rows && c < cols);
        return data[r * cols + c];
    }
    operator MatrixView<const T>() const { return {data, rows, cols}; }
};

} // namespace paddock

// A new HDF5 file in memory, as far as datasets of numbers need it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace paddock {

// Every call notes the first failure; bytes() is empty from then on. Paths are names below the
// root, separated by /; groups come into being with what they hold.
class Hdf5File {
  public:
    using Shape = std::vector<std::uint64_t>; // [] = one number

    Hdf5File();
    ~Hdf5File();
    Hdf5File(const Hdf5File &) = delete;
    Hdf5File &operator=(const Hdf5File &) = delete;

    void dataset(const std::string &path, std::span<const float> values, const Shape &shape);
    void dataset(const std::string &path, std::span<const double> values, const Shape &shape);
    void dataset(const std::string &path, std::span<const std::int64_t> values, const Shape &shape);
    // 0 and 1 as h5py's bool: an enumeration of FALSE and TRUE on one byte.
    void flags(const std::string &path, std::span<const std::int8_t> values);

    // Attributes of a group or dataset that is there; "" is the root.
    void attribute(const std::string &path, const std::string &name, std::int64_t value);
    void attribute(const std::string &path, const std::string &name, double value);
    void attribute(const std::string &path, const std::string &name, const std::string &value);

    // The whole file; empty when anything failed.
    std::string bytes();

  private:
    struct Impl;
    std::unique_ptr<Impl> m;
};

} // namespace paddock

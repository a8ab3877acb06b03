#include "core/run/hdf5_file.h"

#include <hdf5.h>

#include <utility>

namespace paddock {

namespace {

// An identifier of the library that closes itself.
template <herr_t (*close)(hid_t)>
class Handle {
  public:
    explicit Handle(hid_t id) : m_id(id) {}
    ~Handle() {
        if (m_id >= 0)
            close(m_id);
    }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
    bool ok() const { return m_id >= 0; }
    operator hid_t() const { return m_id; }

  private:
    hid_t m_id;
};

using File = Handle<H5Fclose>;
using Properties = Handle<H5Pclose>;
using Space = Handle<H5Sclose>;
using Type = Handle<H5Tclose>;
using Data = Handle<H5Dclose>;
using Object = Handle<H5Oclose>;
using Attribute = Handle<H5Aclose>;

constexpr std::size_t kGrowth = std::size_t{1} << 20; // bytes added at a time

hid_t newFile() {
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr); // failures are told by us, not on standard error
    const Properties access(H5Pcreate(H5P_FILE_ACCESS));
    // In memory only: the bytes go to the disk by our own temp file, fsync, rename.
    if (!access.ok() || H5Pset_fapl_core(access, kGrowth, false) < 0)
        return -1;
    return H5Fcreate("demonstration", H5F_ACC_TRUNC, H5P_DEFAULT, access);
}

hid_t spaceOf(const Hdf5File::Shape &shape) {
    const std::vector<hsize_t> sizes(shape.begin(), shape.end());
    return sizes.empty() ? H5Screate(H5S_SCALAR)
                         : H5Screate_simple(static_cast<int>(sizes.size()), sizes.data(), nullptr);
}

hid_t boolType() {
    const hid_t type = H5Tenum_create(H5T_STD_I8LE);
    for (const auto &[name, value] :
         {std::pair<const char *, std::int8_t>{"FALSE", 0}, {"TRUE", 1}})
        if (type >= 0)
            H5Tenum_insert(type, name, &value);
    return type;
}

} // namespace

struct Hdf5File::Impl {
    File file{newFile()};
    bool failed = !file.ok();

    void note(bool good) { failed = failed || !good; }

    void write(const std::string &path, hid_t stored, hid_t given, const void *values,
               const Shape &shape) {
        if (failed)
            return;
        const Space space(spaceOf(shape));
        const Properties links(H5Pcreate(H5P_LINK_CREATE));
        H5Pset_create_intermediate_group(links, 1);
        const Data data(
            H5Dcreate2(file, path.c_str(), stored, space, links, H5P_DEFAULT, H5P_DEFAULT));
        note(data.ok() && H5Dwrite(data, given, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) >= 0);
    }

    void attribute(const std::string &path, const std::string &name, hid_t stored, hid_t given,
                   const void *value) {
        if (failed)
            return;
        const Object object(H5Oopen(file, path.empty() ? "/" : path.c_str(), H5P_DEFAULT));
        const Space space(H5Screate(H5S_SCALAR));
        const Attribute attribute(
            H5Acreate2(object, name.c_str(), stored, space, H5P_DEFAULT, H5P_DEFAULT));
        note(attribute.ok() && H5Awrite(attribute, given, value) >= 0);
    }
};

Hdf5File::Hdf5File() : m(std::make_unique<Impl>()) {}
Hdf5File::~Hdf5File() = default;

void Hdf5File::dataset(const std::string &path, std::span<const float> values, const Shape &shape) {
    m->write(path, H5T_IEEE_F32LE, H5T_NATIVE_FLOAT, values.data(), shape);
}

void Hdf5File::dataset(const std::string &path, std::span<const double> values,
                       const Shape &shape) {
    m->write(path, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, values.data(), shape);
}

void Hdf5File::dataset(const std::string &path, std::span<const std::int64_t> values,
                       const Shape &shape) {
    m->write(path, H5T_STD_I64LE, H5T_NATIVE_INT64, values.data(), shape);
}

void Hdf5File::flags(const std::string &path, std::span<const std::int8_t> values) {
    const Type type(boolType());
    m->write(path, type, type, values.data(), {values.size()});
}

void Hdf5File::attribute(const std::string &path, const std::string &name, std::int64_t value) {
    m->attribute(path, name, H5T_STD_I64LE, H5T_NATIVE_INT64, &value);
}

void Hdf5File::attribute(const std::string &path, const std::string &name, double value) {
    m->attribute(path, name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, &value);
}

void Hdf5File::attribute(const std::string &path, const std::string &name,
                         const std::string &value) {
    const Type type(H5Tcopy(H5T_C_S1));
    H5Tset_size(type, H5T_VARIABLE);
    H5Tset_cset(type, H5T_CSET_UTF8);
    const char *const text = value.c_str();
    m->attribute(path, name, type, type, &text);
}

std::string Hdf5File::bytes() {
    std::string image;
    if (m->failed || H5Fflush(m->file, H5F_SCOPE_LOCAL) < 0)
        return image;
    const ssize_t size = H5Fget_file_image(m->file, nullptr, 0);
    if (size <= 0)
        return image;
    image.resize(static_cast<std::size_t>(size));
    if (H5Fget_file_image(m->file, image.data(), image.size()) != size)
        image.clear();
    return image;
}

} // namespace paddock

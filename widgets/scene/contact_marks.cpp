#include "widgets/scene/contact_marks.h"

#include <algorithm>

namespace paddock {

void ContactMarks::clear() {
    m_marks.clear();
    m_begun = false;
}

bool ContactMarks::advance(std::uint64_t step) {
    if (m_begun && step == m_step)
        return false;
    m_begun = true;
    m_step = step;
    for (ContactMark &mark : m_marks)
        ++mark.age;
    std::erase_if(m_marks, [](const ContactMark &mark) { return mark.age >= kLife; });
    return true;
}

void ContactMarks::add(int world, Vec2 at) {
    if (m_marks.size() >= kMost)
        m_marks.erase(m_marks.begin());
    m_marks.push_back({world, at, 0});
}

} // namespace paddock

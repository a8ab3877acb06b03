#include "widgets/plots/plot_marks.h"

#include "widgets/plots/plot_library.h"

#include <cmath>

namespace paddock {

namespace {

constexpr int kSmallFont = -2; // points below the application's font
constexpr double kReach = 5;   // px between the mouse and a mark
constexpr float kGround = 0.7f;

QColor colorOf(MarkKind kind, const Theme &theme) {
    return kind == MarkKind::Change ? theme.warn
           : kind == MarkKind::Note ? theme.accent
                                    : theme.bad;
}

// Colour is not the only cue: the dashes and the sign before the words say it too.
Qt::PenStyle styleOf(MarkKind kind) {
    return kind == MarkKind::Change ? Qt::DashLine
           : kind == MarkKind::Note ? Qt::DotLine
                                    : Qt::SolidLine;
}

QString wordsOf(const PlotMark &mark) {
    return mark.kind == MarkKind::Note   ? "» " + mark.text
           : mark.kind == MarkKind::Hint ? "! " + mark.text
                                         : mark.text;
}

} // namespace

void PlotMarks::add(const PlotMark &mark) {
    if (!m_marks.empty() && m_marks.back().step == mark.step &&
        m_marks.back().kind == mark.kind) { // one line, all words
        m_marks.back().text += ", " + mark.text;
        m_drawn.back().text->setText(wordsOf(m_marks.back()));
        return;
    }
    m_marks.push_back(mark);
    m_drawn.push_back(draw(mark));
    paint(mark, m_drawn.back());
}

PlotMarks::Drawn PlotMarks::draw(const PlotMark &mark) {
    auto *line = new QCPItemStraightLine(&m_plot);
    line->setLayer("overlay");
    for (auto *point : {line->point1, line->point2}) {
        point->setTypeX(QCPItemPosition::ptPlotCoords);
        point->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    auto *text = new QCPItemText(&m_plot);
    text->setLayer("overlay");
    text->setText(wordsOf(mark));
    text->setRotation(-90);
    text->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    text->setPadding({2, 2, 2, 2});
    text->position->setTypeX(QCPItemPosition::ptPlotCoords);
    text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    text->setClipToAxisRect(true);
    return {line, text};
}

void PlotMarks::remove(std::size_t at) {
    m_plot.removeItem(m_drawn[at].line);
    m_plot.removeItem(m_drawn[at].text);
    m_drawn.erase(m_drawn.begin() + std::ptrdiff_t(at));
    m_marks.erase(m_marks.begin() + std::ptrdiff_t(at));
}

void PlotMarks::clear() {
    while (!m_marks.empty())
        remove(m_marks.size() - 1);
}

void PlotMarks::clear(MarkKind kind) {
    for (std::size_t i = m_marks.size(); i-- > 0;)
        if (m_marks[i].kind == kind)
            remove(i);
}

void PlotMarks::setTheme(const Theme &theme) {
    m_theme = theme;
    for (std::size_t i = 0; i < m_marks.size(); ++i)
        paint(m_marks[i], m_drawn[i]);
}

void PlotMarks::paint(const PlotMark &mark, const Drawn &drawn) const {
    const QColor color = colorOf(mark.kind, m_theme);
    drawn.line->setPen(QPen(color, 1, styleOf(mark.kind)));
    drawn.text->setFont(uiFont(kSmallFont));
    drawn.text->setColor(color);
    QColor ground = m_theme.panel; // behind the words, so that curves do not cross them
    ground.setAlphaF(kGround);
    drawn.text->setBrush(ground);
}

void PlotMarks::place(const std::function<double(double step)> &position) {
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        const double x = position(m_marks[i].step);
        const bool shown = std::isfinite(x);
        m_drawn[i].line->setVisible(shown);
        m_drawn[i].text->setVisible(shown);
        if (!shown)
            continue;
        m_drawn[i].line->point1->setCoords(x, 0);
        m_drawn[i].line->point2->setCoords(x, 1);
        m_drawn[i].text->position->setCoords(x, 1.0);
    }
}

const PlotMark *PlotMarks::near(double pixelX) const {
    for (std::size_t i = 0; i < m_marks.size(); ++i)
        if (m_drawn[i].line->visible() &&
            std::abs(m_drawn[i].line->point1->pixelPosition().x() - pixelX) <= kReach)
            return &m_marks[i];
    return nullptr;
}

} // namespace paddock

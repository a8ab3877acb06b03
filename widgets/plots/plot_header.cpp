#include "widgets/plots/plot_header.h"

#include <QFontMetrics>
#include <QStringList>

#include <algorithm>

namespace paddock {

namespace {

constexpr int kSmallFont = -2; // points below the application's font

QCPTextElement *textElement(QCustomPlot &plot, const QString &text, Qt::Alignment side) {
    auto *element = new QCPTextElement(&plot, text);
    element->setTextFlags(int(side | Qt::AlignVCenter));
    return element;
}

// Which of the words of each readout all fit; the shortest where none do.
std::size_t fittingWords(const std::vector<PlotReadout> &readouts, int room) {
    const QFontMetrics metrics(numberFont(kSmallFont));
    std::size_t choices = 1;
    for (const PlotReadout &readout : readouts)
        choices = std::max(choices, readout.words.size());
    for (std::size_t choice = 0; choice + 1 < choices; ++choice) {
        int width = 0;
        for (const PlotReadout &r : readouts)
            width += space::kSmall +
                     metrics.horizontalAdvance(r.words[std::min(choice, r.words.size() - 1)]);
        if (width <= room)
            return choice;
    }
    return choices - 1;
}

} // namespace

PlotHeader::PlotHeader(QCustomPlot &plot, const QString &title) : m_plot(plot) {
    plot.plotLayout()->insertRow(0);
    auto *header = new QCPLayoutGrid;
    m_title = textElement(plot, title, Qt::AlignLeft);
    m_note = textElement(plot, " ", Qt::AlignLeft);
    m_value = textElement(plot, " ", Qt::AlignRight);
    header->addElement(0, 0, m_title);
    header->addElement(0, 1, m_note);
    header->addElement(0, 2, m_value);
    header->setColumnStretchFactor(0, 0.001);
    header->setColumnStretchFactor(1, 0.001);
    header->setColumnStretchFactor(2, 1);
    header->setColumnSpacing(space::kSmall);
    header->setMargins({space::kTiny, space::kTiny, space::kSmall, 0});
    plot.plotLayout()->addElement(0, 0, header);
    plot.plotLayout()->setRowStretchFactor(0, 0.001);
    plot.plotLayout()->setRowSpacing(0);
}

void PlotHeader::setTheme(const Theme &theme) {
    m_title->setFont(uiFont(-1, true));
    m_title->setTextColor(theme.text);
    m_note->setFont(uiFont(kSmallFont));
    m_note->setTextColor(theme.muted);
    m_value->setFont(numberFont(-1));
    m_value->setTextColor(theme.text);
}

// An element without words would take no room, and the title would jump when it gets some.
void PlotHeader::setNote(const QString &note) {
    m_note->setText(note.isEmpty() ? " " : note);
}

void PlotHeader::setValue(const QString &value) {
    m_value->setText(value.isEmpty() ? " " : value);
}

bool PlotHeader::hasRoom(const QString &note, const QString &value, int room) const {
    const auto width = [](const QFont &font, const QString &text) {
        return QFontMetrics(font).horizontalAdvance(text) + space::kMedium;
    };
    return width(m_title->font(), m_title->text()) + width(m_note->font(), note) +
               width(m_value->font(), value) <
           room;
}

void PlotHeader::makeRow(std::size_t count) {
    if (m_readouts.size() == count)
        return;
    QCPLayoutGrid *layout = m_plot.plotLayout();
    if (m_row) {
        layout->remove(m_row);
        layout->simplify();
        m_row = nullptr;
        m_readouts.clear();
    }
    if (count == 0)
        return;
    layout->insertRow(1);
    m_row = new QCPLayoutGrid;
    m_row->setColumnSpacing(space::kSmall);
    m_row->setMargins({space::kTiny, 0, space::kSmall, 0});
    for (std::size_t i = 0; i < count; ++i) {
        m_readouts.push_back(textElement(m_plot, " ", Qt::AlignLeft));
        m_row->addElement(0, int(i), m_readouts.back());
        m_row->setColumnStretchFactor(int(i), 0.001);
    }
    m_row->addElement(0, int(count), textElement(m_plot, " ", Qt::AlignLeft)); // takes the rest
    layout->addElement(1, 0, m_row);
    layout->setRowStretchFactor(1, 0.001);
}

bool PlotHeader::fits(const std::vector<PlotReadout> &readouts, int room) const {
    const QFontMetrics metrics(numberFont(kSmallFont));
    int width = 0;
    for (const PlotReadout &readout : readouts)
        width += space::kSmall + metrics.horizontalAdvance(readout.words.back());
    return width <= room - 2 * space::kSmall;
}

void PlotHeader::setReadouts(const std::vector<PlotReadout> &readouts, int room) {
    makeRow(readouts.size());
    const std::size_t choice = fittingWords(readouts, room - 2 * space::kSmall);
    for (std::size_t i = 0; i < readouts.size(); ++i) {
        const PlotReadout &readout = readouts[i];
        m_readouts[i]->setFont(numberFont(kSmallFont));
        m_readouts[i]->setTextColor(readout.color);
        m_readouts[i]->setText(readout.words[std::min(choice, readout.words.size() - 1)]);
    }
}

QString PlotHeader::readoutText() const {
    QStringList words;
    for (const QCPTextElement *element : m_readouts)
        words << element->text();
    return words.join(", ");
}

} // namespace paddock

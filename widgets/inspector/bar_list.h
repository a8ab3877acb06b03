// Rows of a name, a small bar, a number and its unit; one paint for all rows, so it can change many
// times a second.
#pragma once

#include "widgets/theme/theme_manager.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace paddock {

struct BarEntry {
    QString name;
    QString value;
    QString unit;
    QString second;      // a second number before the value, e.g. of this step
    QString help;        // tooltip
    double fraction = 0; // of the bar, -1..1; the zero is in the middle when the list is signed
    bool marked = false; // e.g. the action that was sampled
    double weight = 0;   // -1..1, a small stroke before the name: how much depends on it
};

class BarList : public QWidget {
    Q_OBJECT
  public:
    enum class Zero { Left, Middle };
    BarList(ThemeManager &themes, Zero zero, QWidget *parent = nullptr);

    void setEntries(std::vector<BarEntry> entries);
    const std::vector<BarEntry> &entries() const { return m_entries; }
    // Width of the numbers in digits; 0 hides a column.
    void setColumns(int secondDigits, int valueDigits, int unitDigits);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

  private:
    void paintRow(QPainter &painter, const BarEntry &entry, const QRect &row);
    void paintBar(QPainter &painter, const BarEntry &entry, const QRect &area);
    int digitWidth() const;

    ThemeManager &m_themes;
    Zero m_zero;
    std::vector<BarEntry> m_entries;
    int m_secondDigits = 0;
    int m_valueDigits = 8;
    int m_unitDigits = 5;
};

} // namespace paddock

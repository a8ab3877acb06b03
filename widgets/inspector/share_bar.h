// What a sum is made of: parts that add stand right of the zero, parts that take away left of it.
#pragma once

#include "widgets/theme/theme_manager.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace paddock {

struct SharePart {
    QString name;
    double value = 0;
};

// The parts that are not nothing with their share of all sizes together, signed, largest first:
// 3 and -1 are +75 % and -25 %.
std::vector<SharePart> signedShares(const std::vector<SharePart> &parts);

class ShareBar : public QWidget {
    Q_OBJECT
  public:
    explicit ShareBar(ThemeManager &themes, QWidget *parent = nullptr);

    void setParts(const std::vector<SharePart> &parts);
    const std::vector<SharePart> &shares() const { return m_shares; }
    QString words() const; // "speed +75 %  collision −25 %"

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    ThemeManager &m_themes;
    std::vector<SharePart> m_shares; // signed, sizes sum to 1
};

} // namespace paddock

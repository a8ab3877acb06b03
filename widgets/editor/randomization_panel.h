// Table II to edit: its degree at the top, then a row for each quantity with its unit and what will
// be drawn of it at that degree.
#pragma once

#include "widgets/editor/sample_histogram.h"
#include "widgets/editor/scene_editor.h"
#include "widgets/form/field_row_widget.h"
#include "widgets/run/randomization_bar.h"
#include "widgets/theme/theme_manager.h"

#include <QCheckBox>
#include <QSlider>
#include <QWidget>

#include <map>

namespace paddock {

class RandomizationPanel : public QWidget {
    Q_OBJECT
  public:
    RandomizationPanel(SceneEditor &editor, ThemeManager &themes, QWidget *parent = nullptr);

    QSlider *slider() const { return m_slider; }
    RandomizationBar *bar() const { return m_bar; }
    QCheckBox *ghosts() const { return m_ghosts; }
    SampleHistogram *histogram(const QString &path) const; // null when there is none
    FieldRowWidget *row(const QString &path) const;
    QSize sizeHint() const override { return {344, 500}; }

  private:
    void refresh();

    SceneEditor &m_editor;
    RandomizationBar *m_bar = nullptr;
    QSlider *m_slider = nullptr;
    QCheckBox *m_ghosts = nullptr;
    std::map<QString, FieldRowWidget *> m_rows;
    std::map<QString, SampleHistogram *> m_histograms;
    int m_drags = 0; // of the slider; each is one step of the history
    QString m_shown; // what the histograms were drawn from
};

} // namespace paddock

// The bar on top: start, pause, step, stop, speed and what is achieved of it, rendering,
// randomization, preset.
#pragma once

#include "widgets/document/document_model.h"
#include "widgets/run/randomization_bar.h"
#include "widgets/run/run_controller.h"
#include "widgets/window/studio_actions.h"

#include <QComboBox>
#include <QLabel>
#include <QToolBar>

namespace paddock {

class RunToolBar : public QToolBar {
    Q_OBJECT
  public:
    RunToolBar(StudioActions &actions, RunController &run, DocumentModel &document,
               QWidget *parent = nullptr);

    QComboBox *speedBox() const { return m_speed; }
    QComboBox *presetBox() const { return m_preset; }
    RandomizationBar *randomization() const { return m_randomization; }

  private:
    void addRunButtons(StudioActions &actions);
    void addSpeed(StudioActions &actions);
    void addPreset();
    void showPhase(StudioActions &actions);
    void showDocument();

    RunController &m_run;
    DocumentModel &m_document;
    QComboBox *m_speed = nullptr;
    QLabel *m_achieved = nullptr;
    RandomizationBar *m_randomization = nullptr;
    QComboBox *m_preset = nullptr;
};

} // namespace paddock

// A track file before it is taken: drawn, measured, scaled.
#pragma once

#include "core/scenario/track.h"
#include "widgets/editor/track_importer.h"
#include "widgets/theme/theme_manager.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <optional>

namespace paddock {

// Road and walls of a track, as large as fits.
QPixmap trackThumbnail(const Track &track, const Theme &theme, QSize size);

class TrackPreview : public QWidget {
    Q_OBJECT
  public:
    explicit TrackPreview(ThemeManager &themes, QWidget *parent = nullptr);
    void setTrack(std::shared_ptr<const Track> track);
    QSize sizeHint() const override { return {520, 420}; }

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    ThemeManager &m_themes;
    std::shared_ptr<const Track> m_track;
};

class ImportDialog : public QDialog {
    Q_OBJECT
  public:
    ImportDialog(TrackImporter &importer, const QString &file, ThemeManager &themes,
                 QWidget *parent = nullptr);

    QDoubleSpinBox *scale() const { return m_scale; }
    QComboBox *direction() const { return m_direction; }
    QPushButton *take() const { return m_take; }
    QString facts() const { return m_facts->text(); }

  Q_SIGNALS:
    void taken(const Track &track);

  private:
    QWidget *options();
    void ask();
    void show(quint64 wish, const Result<Track> &track);

    TrackImporter &m_importer;
    ThemeManager &m_themes;
    QString m_file;
    quint64 m_wish = 0;
    std::shared_ptr<const Track> m_track;
    TrackPreview *m_preview = nullptr;
    QLabel *m_facts = nullptr;
    QDoubleSpinBox *m_scale = nullptr;
    QCheckBox *m_fitWidth = nullptr;
    QDoubleSpinBox *m_width = nullptr;
    QComboBox *m_direction = nullptr;
    QSpinBox *m_checkpoints = nullptr;
    QSpinBox *m_starts = nullptr;
    QPushButton *m_take = nullptr;
};

} // namespace paddock

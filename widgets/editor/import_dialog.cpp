#include "widgets/editor/import_dialog.h"

#include "widgets/drive/panel_rows.h"
#include "widgets/editor/plan_painter.h"
#include "widgets/theme/number_text.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QPainter>
#include <QVBoxLayout>

namespace paddock {

namespace {

void paintTrack(QPainter &painter, const Track &track, const Theme &theme, QSizeF size,
                double margin, bool measures) {
    Scenario scenario;
    scenario.kind = ScenarioKind::Racing;
    scenario.track = std::make_shared<const Track>(track);
    PlanTransform transform;
    transform.setSize(size);
    if (const auto box = planBox(scenario))
        transform.frame(box->min, box->max, margin);
    painter.setRenderHint(QPainter::Antialiasing);
    PlanPainter plan(painter, transform, theme);
    plan.ground(size);
    if (measures)
        plan.grid(size, false);
    plan.track(track);
    if (measures)
        plan.scaleBar(size);
}

QDoubleSpinBox *spin(double low, double high, double value, int decimals, const QString &suffix) {
    auto *box = new QDoubleSpinBox;
    box->setLocale(QLocale::c());
    box->setRange(low, high);
    box->setDecimals(decimals);
    box->setValue(value);
    box->setSuffix(suffix);
    box->setKeyboardTracking(false);
    return box;
}

} // namespace

QPixmap trackThumbnail(const Track &track, const Theme &theme, QSize size) {
    QPixmap picture(size);
    QPainter painter(&picture);
    paintTrack(painter, track, theme, size, 5, false);
    return picture;
}

TrackPreview::TrackPreview(ThemeManager &themes, QWidget *parent)
    : QWidget(parent), m_themes(themes) {
    setMinimumSize(320, 260);
    setAccessibleName(tr("The track as it would be taken"));
}

void TrackPreview::setTrack(std::shared_ptr<const Track> track) {
    m_track = std::move(track);
    update();
}

void TrackPreview::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme &theme = m_themes.theme();
    if (m_track)
        return paintTrack(painter, *m_track, theme, size(), 28, true);
    painter.fillRect(rect(), theme.surface);
    painter.setPen(theme.muted);
    painter.drawText(rect(), Qt::AlignCenter, tr("No track to show"));
}

ImportDialog::ImportDialog(TrackImporter &importer, const QString &file, ThemeManager &themes,
                           QWidget *parent)
    : QDialog(parent), m_importer(importer), m_themes(themes), m_file(file) {
    setWindowTitle(tr("Import %1").arg(QFileInfo(file).fileName()));
    m_preview = new TrackPreview(themes);
    m_facts = new QLabel(tr("Reading…"));
    m_facts->setWordWrap(true);
    m_facts->setMinimumHeight(m_facts->fontMetrics().height() * 3);
    m_facts->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_take = buttons->addButton(tr("Use this track"), QDialogButtonBox::AcceptRole);
    m_take->setDefault(true);
    m_take->setEnabled(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (!m_track)
            return;
        Q_EMIT taken(*m_track);
        accept();
    });
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_facts);
    layout->addWidget(options());
    layout->addWidget(buttons);
    connect(&importer, &TrackImporter::imported, this,
            [this](quint64 wish, const std::shared_ptr<const Result<Track>> &track) {
                show(wish, *track);
            });
    ask();
}

QWidget *ImportDialog::options() {
    m_scale = spin(0.0001, 10'000, 1, 4, " ×");
    m_fitWidth = new QCheckBox(tr("Scale to this median width"));
    m_width = spin(0.05, 100, 2, 2, " m");
    m_width->setEnabled(false);
    m_direction = new QComboBox;
    m_direction->addItems({tr("as given"), tr("counter-clockwise"), tr("clockwise")});
    m_checkpoints = new QSpinBox;
    m_checkpoints->setRange(int(kMinCheckpoints), int(kMaxCheckpoints));
    m_checkpoints->setValue(TrackOptions{}.checkpoints);
    m_starts = new QSpinBox;
    m_starts->setRange(1, int(kMaxStarts));
    m_starts->setValue(TrackOptions{}.starts);
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(0);
    grid->addWidget(panelRow(tr("Scale"), m_scale), 0, 0);
    grid->addWidget(panelRow(tr("Direction"), m_direction), 0, 1);
    grid->addWidget(m_fitWidth, 1, 0);
    grid->addWidget(panelRow(tr("Median width"), m_width), 1, 1);
    grid->addWidget(panelRow(tr("Checkpoints"), m_checkpoints), 2, 0);
    grid->addWidget(panelRow(tr("Start slots"), m_starts), 2, 1);
    m_fitWidth->setContentsMargins(space::kMedium, 0, 0, 0);
    // A track document is taken as it is.
    box->setEnabled(!m_file.endsWith(".json", Qt::CaseInsensitive));
    for (QDoubleSpinBox *number : {m_scale, m_width})
        connect(number, &QDoubleSpinBox::valueChanged, this, &ImportDialog::ask);
    for (QSpinBox *number : {m_checkpoints, m_starts})
        connect(number, &QSpinBox::valueChanged, this, &ImportDialog::ask);
    connect(m_direction, &QComboBox::currentIndexChanged, this, &ImportDialog::ask);
    connect(m_fitWidth, &QCheckBox::toggled, this, [this](bool on) {
        m_width->setEnabled(on);
        ask();
    });
    return box;
}

void ImportDialog::ask() {
    TrackOptions options;
    options.name = QFileInfo(m_file).completeBaseName().toStdString();
    options.scale = m_scale->value();
    options.direction = TrackDirection(m_direction->currentIndex());
    options.checkpoints = m_checkpoints->value();
    options.starts = m_starts->value();
    if (m_fitWidth->isChecked())
        options.targetWidth = m_width->value();
    m_take->setEnabled(false);
    m_facts->setText(tr("Reading…"));
    m_wish = m_importer.start(m_file, options);
}

void ImportDialog::show(quint64 wish, const Result<Track> &track) {
    if (wish != m_wish)
        return;
    m_take->setEnabled(track.ok());
    m_facts->setProperty("role", track.ok() ? "" : "bad");
    m_facts->style()->unpolish(m_facts);
    m_facts->style()->polish(m_facts);
    if (!track) {
        m_track.reset();
        m_facts->setText(QString::fromStdString(track.error().text()));
        return m_preview->setTrack(nullptr);
    }
    m_track = std::make_shared<const Track>(*track);
    m_preview->setTrack(m_track);
    m_facts->setText(
        tr("%1 m round, %2 to %3 m wide, %4, %5 points on the line, %6 walls")
            .arg(decimalText(double(m_track->length()), 1),
                 decimalText(double(m_track->minWidth()), 2),
                 decimalText(double(m_track->maxWidth()), 2),
                 m_track->counterClockwise() ? tr("counter-clockwise") : tr("clockwise"))
            .arg(m_track->centre.size())
            .arg(m_track->walls.size()));
}

} // namespace paddock

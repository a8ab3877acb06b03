#include "widgets/evaluate/plan_model.h"

#include <QFileInfo>
#include <QHash>
#include <QUndoCommand>

namespace paddock {

class PlanCommand : public QUndoCommand {
  public:
    PlanCommand(PlanModel &model, const QString &what, const EvaluationPlan &after,
                const QString &field)
        : QUndoCommand(what), m_model(model), m_before(model.plan()), m_after(after),
          m_field(field) {}

    void undo() override { m_model.assign(m_before); }
    void redo() override { m_model.assign(m_after); }
    int id() const override { return m_field.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand *other) override {
        const auto *next = static_cast<const PlanCommand *>(other);
        if (next->m_field != m_field)
            return false;
        m_after = next->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

  private:
    PlanModel &m_model;
    EvaluationPlan m_before, m_after;
    QString m_field;
};

PlanModel::PlanModel(QObject *parent) : QObject(parent) {
    connect(&m_undo, &QUndoStack::cleanChanged, this, &PlanModel::fileChanged);
}

// A history that is torn down says that it is clean; nobody is left to hear it.
PlanModel::~PlanModel() {
    m_undo.blockSignals(true);
}

void PlanModel::change(const QString &what, const EvaluationPlan &plan, const QString &field) {
    if (plan != m_plan)
        m_undo.push(new PlanCommand(*this, what, plan, field));
}

void PlanModel::assign(const EvaluationPlan &plan) {
    m_plan = plan;
    Q_EMIT changed();
}

QString PlanModel::title() const {
    return m_file.isEmpty() ? tr("Unsaved plan") : QFileInfo(m_file).fileName();
}

Status PlanModel::open(const QString &file) {
    const Result<EvaluationPlan> plan = loadPlan(file.toStdString());
    if (!plan)
        return plan.error();
    m_undo.clear();
    m_file = file;
    assign(*plan);
    Q_EMIT fileChanged();
    return Done{};
}

Status PlanModel::save(const QString &file) {
    const Status saved = savePlan(m_plan, file.toStdString());
    if (!saved)
        return saved;
    m_file = file;
    m_undo.setClean();
    Q_EMIT fileChanged();
    return saved;
}

} // namespace paddock

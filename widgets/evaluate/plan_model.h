// The evaluation plan that the window works on, with its file and its history.
#pragma once

#include "core/run/evaluation_plan.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

namespace paddock {

class PlanModel : public QObject {
    Q_OBJECT
  public:
    explicit PlanModel(QObject *parent = nullptr);
    ~PlanModel() override;

    const EvaluationPlan &plan() const { return m_plan; }
    // With undo. Changes of one `field` in a row are one step back; "" never joins.
    void change(const QString &what, const EvaluationPlan &plan, const QString &field = {});
    QUndoStack &undoStack() { return m_undo; }

    QString file() const { return m_file; } // empty: never saved
    QString title() const;
    Status open(const QString &file); // nothing changes on an error
    Status save(const QString &file);

  Q_SIGNALS:
    void changed();
    void fileChanged(); // file or modified mark

  private:
    friend class PlanCommand;
    void assign(const EvaluationPlan &plan);

    EvaluationPlan m_plan;
    QString m_file;
    QUndoStack m_undo;
};

} // namespace paddock

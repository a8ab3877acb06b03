// The documents that were open lately, those that are gone marked as such; each can be taken off.
#pragma once

#include "widgets/document/settings.h"
#include "widgets/theme/theme_manager.h"
#include "widgets/welcome/document_shelf.h"

#include <QHash>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidget>

namespace paddock {

class RecentRow;

class RecentList : public QWidget {
    Q_OBJECT
  public:
    RecentList(Settings &settings, ThemeManager &themes, QWidget *parent = nullptr);

    void refresh(); // from the settings
    QStringList files() const;
    void setCard(const DocumentCard &card);
    QAbstractButton *row(const QString &file) const; // null when it is not listed
    QToolButton *removeButton(const QString &file) const;

  Q_SIGNALS:
    void openWanted(const QString &file);

  private:
    void add(const QString &file);

    struct Entry {
        QString file;
        RecentRow *row = nullptr;
        QToolButton *remove = nullptr;
    };
    Settings &m_settings;
    ThemeManager &m_themes;
    QVBoxLayout *m_layout = nullptr;
    QList<Entry> m_entries;
};

} // namespace paddock

#include "widgets/language/language.h"

#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace paddock {

namespace {

constexpr const char *kEnglish = "en";

// Words of free functions are listed under the namespace, and some under the bare name of a class.
class StudioTranslator : public QTranslator {
  public:
    using QTranslator::QTranslator;
    QString translate(const char *context, const char *source, const char *disambiguation,
                      int n) const override {
        const QByteArray full(context), bare = full.mid(full.lastIndexOf(':') + 1);
        for (const QByteArray &name : {full, bare, QByteArray("paddock")}) {
            const QString found = QTranslator::translate(name, source, disambiguation, n);
            if (!found.isEmpty())
                return found;
        }
        return {};
    }
};

QString wordsOf(const QString &code) {
    return QString(":/paddock/translations/paddock_%1.qm").arg(code);
}

} // namespace

QList<Language> languages() {
    QList<Language> all{{kEnglish, "English"}};
    if (QFile::exists(wordsOf("de")))
        all.append(Language{"de", "Deutsch"});
    return all;
}

QString languageOf(const QString &choice, const QStringList &wanted) {
    const QList<Language> known = languages();
    const auto has = [&known](const QString &code) {
        for (const Language &language : known)
            if (language.code == code)
                return true;
        return false;
    };
    if (has(choice))
        return choice;
    for (const QString &name : wanted)
        if (const QString code = name.section('-', 0, 0).section('_', 0, 0); has(code))
            return code;
    return kEnglish;
}

QString languageOf(const QString &choice) {
    return languageOf(choice, QLocale::system().uiLanguages());
}

void installLanguage(QCoreApplication &app, const QString &code) {
    for (QTranslator *old : app.findChildren<QTranslator *>(Qt::FindDirectChildrenOnly)) {
        QCoreApplication::removeTranslator(old);
        delete old;
    }
    if (code == kEnglish)
        return;
    // Of Qt's own dialogs and keys, where the system has them.
    auto *base = new QTranslator(&app);
    if (base->load("qtbase_" + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(base);
    auto *ours = new StudioTranslator(&app);
    if (ours->load(wordsOf(code)))
        QCoreApplication::installTranslator(ours);
}

} // namespace paddock

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>DocumentActions</name>
    <message>
        <source>Scenarios (*.json)</source>
        <translation>Szenarien (*.json)</translation>
    </message>
</context>
<context>
    <name>DriveDevices</name>
    <message>
        <source>Left stick, sideways</source>
        <translation>Linker Stick, seitwärts</translation>
    </message>
    <message>
        <source>Left stick, up and down</source>
        <translation>Linker Stick, auf und ab</translation>
    </message>
    <message>
        <source>Right stick, sideways</source>
        <translation>Rechter Stick, seitwärts</translation>
    </message>
    <message>
        <source>Right stick, up and down</source>
        <translation>Rechter Stick, auf und ab</translation>
    </message>
    <message>
        <source>Left trigger</source>
        <translation>Linker Trigger</translation>
    </message>
    <message>
        <source>Right trigger</source>
        <translation>Rechter Trigger</translation>
    </message>
    <message>
        <source>Axis %1</source>
        <translation>Achse %1</translation>
    </message>
</context>
<context>
    <name>EvaluateMode</name>
    <message>
        <source>everybody arrived</source>
        <translation>alle sind angekommen</translation>
    </message>
    <message>
        <source>a car left its lane</source>
        <translation>ein Auto hat seine Spur verlassen</translation>
    </message>
    <message>
        <source>a car hit a wall</source>
        <translation>ein Auto hat eine Wand getroffen</translation>
    </message>
    <message>
        <source>out of time</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>cars collided</source>
        <translation>Autos sind zusammengestoßen</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Möglichkeiten</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Symbol in the paper</source>
        <translation>Symbol in der Arbeit</translation>
    </message>
    <message>
        <source>While a run trains</source>
        <translation>Während ein Lauf trainiert</translation>
    </message>
    <message>
        <source>may change</source>
        <translation>darf sich ändern</translation>
    </message>
    <message>
        <source>On the command line: %1</source>
        <translation>Auf der Kommandozeile: %1</translation>
    </message>
    <message>
        <source>See also [degrees of randomization](%1).</source>
        <translation>Siehe auch [Grade der Randomisierung](%1).</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>Modi</translation>
    </message>
    <message>
        <source>[All keys](help:keys) · [Change keys…](help:settings/keys)</source>
        <translation>[Alle Tasten](help:keys) · [Tasten ändern…](help:settings/keys)</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>[Change keys…](help:settings/keys)</source>
        <translation>[Tasten ändern…](help:settings/keys)</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>At the wheel</source>
        <translation>Am Steuer</translation>
    </message>
    <message>
        <source>**W A S D** or the arrows: throttle, brake and steering, while the scene has the keyboard. All other single keys but those of the recorder rest. **Esc** leaves the wheel and gives them back.</source>
        <translation>**W A S D** oder die Pfeiltasten: Gas, Bremse und Lenkung, solange die Szene die Tastatur hat. Alle anderen einzelnen Tasten außer denen der Aufnahme ruhen. **Esc** verlässt das Steuer und gibt sie zurück.</translation>
    </message>
    <message>
        <source>Single keys work while no text field or list has the keyboard. Tab picks agents while the scene has it.</source>
        <translation>Einzelne Tasten wirken, solange kein Textfeld und keine Liste die Tastatur hat. Tab wählt Agenten, solange die Szene sie hat.</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Actions and keys</source>
        <translation>Aktionen und Tasten</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Kommandozeile</translation>
    </message>
    <message>
        <source>%1 (preset %2)</source>
        <translation>%1 (Vorlage %2)</translation>
    </message>
</context>
<context>
    <name>HelpPages</name>
    <message>
        <source>In files: %1</source>
        <translation>In Dateien: %1</translation>
    </message>
    <message>
        <source>Welcome to Paddock</source>
        <translation>Willkommen bei Paddock</translation>
    </message>
    <message>
        <source>Paddock trains scaled cars in many parallel worlds and shows all of it live.

1. Open a document or take a preset: its values stand in the form at the left.
2. Press **F5**. All worlds appear as tiles, and the curves begin.
3. Click a car. The inspector tells what it observes, what its policy makes of it and what it earns.
4. Change a field that is marked “live” while it learns, take an agent over by hand, or let it train.

Press **F1** over a parameter or a curve to read about it. See [modes](help:concept/modes), [runs](help:concept/runs), [what the curves mean](help:concept/curves) and [all keys](help:keys).</source>
        <translation>Paddock trainiert Modellautos in vielen parallelen Welten und zeigt alles davon live.

1. Öffnen Sie ein Dokument oder nehmen Sie eine Vorlage: Die Werte stehen links im Formular.
2. Drücken Sie **F5**. Alle Welten erscheinen als Kacheln, und die Kurven beginnen.
3. Klicken Sie ein Auto an. Der Inspektor sagt, was es beobachtet, was seine Policy daraus macht und was es verdient.
4. Ändern Sie ein Feld mit der Marke „live“, während gelernt wird, übernehmen Sie einen Agenten von Hand, oder lassen Sie es trainieren.

Drücken Sie **F1** über einem Parameter oder einer Kurve, um darüber zu lesen. Siehe [Modi](help:concept/modes), [Läufe](help:concept/runs), [was die Kurven bedeuten](help:concept/curves) und [alle Tasten](help:keys).</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>Modi</translation>
    </message>
    <message>
        <source>train drive scenario evaluate</source>
        <translation>training fahren szenario auswerten</translation>
    </message>
    <message>
        <source>Worlds, agents, families</source>
        <translation>Welten, Agenten, Familien</translation>
    </message>
    <message>
        <source>A *world* is one physics world. *Agents* are what learns. Agents of one *family* may meet; those of different families in the same world pass through each other. More worlds or families give more experience per second; they do not change the problem.

See [parallel worlds](help:parameter/parallel.worlds).</source>
        <translation>Eine *Welt* ist eine physikalische Welt. *Agenten* sind, was lernt. Agenten einer *Familie* können sich begegnen; die verschiedener Familien derselben Welt fahren durcheinander hindurch. Mehr Welten oder Familien geben mehr Erfahrung pro Sekunde; sie ändern die Aufgabe nicht.

Siehe [parallele Welten](help:parameter/parallel.worlds).</translation>
    </message>
    <message>
        <source>Runs and their folders</source>
        <translation>Läufe und ihre Ordner</translation>
    </message>
    <message>
        <source>A *run* is one training. It is a function of its document and seed: the window, the number of threads and pausing change nothing of its result. Its folder holds all of it:

- `scenario.json`: the document, all values written out
- `metrics.jsonl`: one row a line; equal runs have equal files
- `events.log`: what happened, every live change too
- `checkpoints/`: to resume from, and to drive with
- `events.out.tfevents…`: the same curves for TensorBoard

Stopping writes a [checkpoint](help:concept/checkpoints).</source>
        <translation>Ein *Lauf* ist ein Training. Er hängt nur von seinem Dokument und Startwert ab: Das Fenster, die Zahl der Threads und Pausen ändern nichts an seinem Ergebnis. Sein Ordner enthält alles davon:

- `scenario.json`: das Dokument, mit allen Werten
- `metrics.jsonl`: eine Zeile je Messung; gleiche Läufe haben gleiche Dateien
- `events.log`: was geschah, auch jede Änderung im Lauf
- `checkpoints/`: zum Fortsetzen und zum Fahren
- `events.out.tfevents…`: dieselben Kurven für TensorBoard

Beenden schreibt einen [Checkpoint](help:concept/checkpoints).</translation>
    </message>
    <message>
        <source>folder directory reproducible seed</source>
        <translation>Ordner Verzeichnis wiederholbar Startwert</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>A checkpoint is everything that a run needs to go on: weights, optimiser, step count, random numbers. It is written beside its name and renamed, so that a crash never leaves half of one; old ones go only after the new one has been read back. A resumed run goes on without a seam. [Checkpoint](help:key/checkpoint) writes one now.</source>
        <translation>Ein Checkpoint ist alles, was ein Lauf zum Weitermachen braucht: Gewichte, Optimierer, Schrittzahl, Zufallszahlen. Er wird neben seinem Namen geschrieben und umbenannt, sodass ein Absturz nie einen halben hinterlässt; alte verschwinden erst, wenn der neue zurückgelesen ist. Ein fortgesetzter Lauf geht ohne Naht weiter. [Checkpoint](help:key/checkpoint) schreibt jetzt einen.</translation>
    </message>
    <message>
        <source>Speed and real time</source>
        <translation>Tempo und Echtzeit</translation>
    </message>
    <message>
        <source>The tool bar shows the *achieved* real-time factor: simulated time of one world divided by wall time. *max* trains as fast as the machine can; any other speed holds it, which is for watching. Pictures are made of copies, so watching hardly slows training down; [Render](help:key/render) off makes none.</source>
        <translation>Die Werkzeugleiste zeigt den *erreichten* Echtzeitfaktor: simulierte Zeit einer Welt geteilt durch Uhrzeit. *max* trainiert so schnell, wie der Rechner kann; jedes andere Tempo wird gehalten, zum Zusehen. Bilder entstehen aus Kopien, darum bremst Zusehen das Training kaum; [Darstellen](help:key/render) aus macht gar keine.</translation>
    </message>
    <message>
        <source>Degrees of randomization</source>
        <translation>Grade der Randomisierung</translation>
    </message>
    <message>
        <source>A policy that has seen one exact car fails on the next. Domain randomization draws physics anew for each episode; its degree ξ scales the spread of every draw.

- **NDR**, ξ = 0: none. Every episode has the nominal car.
- **LDR**, ξ = 1: low, the spread that is written in the document.
- **HDR**, ξ = 2: high, twice that spread.

The degree may change while a run trains; the curves mark it. The inspector shows the sample in force. See [degree](help:parameter/randomization.degree).</source>
        <translation>Eine Policy, die genau ein Auto gesehen hat, scheitert am nächsten. Randomisierung zieht die Physik für jede Episode neu; ihr Grad ξ vervielfacht die Streuung jeder Ziehung.

- **NDR**, ξ = 0: keine. Jede Episode hat das Nennauto.
- **LDR**, ξ = 1: niedrig, die Streuung, die im Dokument steht.
- **HDR**, ξ = 2: hoch, das Doppelte davon.

Der Grad darf sich ändern, während ein Lauf trainiert; die Kurven zeigen eine Marke. Der Inspektor zeigt die geltende Ziehung. Siehe [Grad](help:parameter/randomization.degree).</translation>
    </message>
    <message>
        <source>How policies learn</source>
        <translation>Wie Policies lernen</translation>
    </message>
    <message>
        <source>The algorithm is proximal policy optimization (PPO). Agents drive with the present policy until a buffer is full; advantages are estimated (GAE); the policy takes several passes over the buffer, each step clipped so that it stays near the policy that drove. Then the next buffer. An episode that a time limit cuts still has a future, whose value the critic estimates; one that ended by itself has none.

See [learning rate](help:parameter/training.learning_rate), [gamma](help:parameter/training.gamma) and [what the curves mean](help:concept/curves).</source>
        <translation>Das Verfahren ist Proximal Policy Optimization (PPO). Agenten fahren mit der jetzigen Policy, bis ein Puffer voll ist; Vorteile werden geschätzt (GAE); die Policy geht mehrmals über den Puffer, jeder Schritt so begrenzt, dass sie nahe der Policy bleibt, die gefahren ist. Dann der nächste Puffer. Eine Episode, die eine Zeitgrenze abschneidet, hat noch eine Zukunft, deren Wert der Kritiker schätzt; eine, die von selbst endete, hat keine.

Siehe [Lernrate](help:parameter/training.learning_rate), [gamma](help:parameter/training.gamma) und [was die Kurven bedeuten](help:concept/curves).</translation>
    </message>
    <message>
        <source>Learning from demonstrations</source>
        <translation>Lernen aus Vorführungen</translation>
    </message>
    <message>
        <source>Laps that are driven by hand are kept as `.pdemo` files. A policy can begin with them: *behavioural cloning* copies what was done, *GAIL* rewards what looks like it. *Curiosity* and *RND* reward what is new. Each has a strength in the document, and curves of its own while it is on.</source>
        <translation>Von Hand gefahrene Runden werden als `.pdemo`-Dateien behalten. Eine Policy kann mit ihnen beginnen: *Verhaltensklonen* ahmt nach, was getan wurde, *GAIL* belohnt, was danach aussieht. *Neugier* und *RND* belohnen Neues. Jedes hat eine Stärke im Dokument und eigene Kurven, solange es an ist.</translation>
    </message>
    <message>
        <source>Taking an agent over</source>
        <translation>Einen Agenten übernehmen</translation>
    </message>
    <message>
        <source>[Take over](help:key/take_over) gives you the picked agent while all others go on learning. The run goes at real time meanwhile, and what you drive is kept apart: the policy does not learn from it. From then on the run is no longer a function of document and seed alone, and its log says so.</source>
        <translation>[Übernehmen](help:key/take_over) gibt Ihnen den gewählten Agenten, während alle anderen weiterlernen. Der Lauf geht derweil in Echtzeit, und was Sie fahren, wird getrennt behalten: Die Policy lernt nicht daraus. Von da an hängt der Lauf nicht mehr allein von Dokument und Startwert ab, und sein Protokoll sagt das.</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Nicht gespeicherte Arbeit</translation>
    </message>
    <message>
        <source>Changes that are not saved are kept in a file beside while you edit, also those of a document without a name. After a crash the next start offers them. Saving writes beside the file and renames, so a file is whole at any moment.</source>
        <translation>Nicht gespeicherte Änderungen werden beim Bearbeiten in einer Datei daneben behalten, auch die eines Dokuments ohne Namen. Nach einem Absturz bietet der nächste Start sie an. Gespeichert wird neben der Datei, dann umbenannt: So ist eine Datei in jedem Augenblick ganz.</translation>
    </message>
    <message>
        <source>crash autosave backup</source>
        <translation>Absturz Sicherung</translation>
    </message>
    <message>
        <source>Without a mouse, and other needs</source>
        <translation>Ohne Maus, und anderer Bedarf</translation>
    </message>
    <message>
        <source>Everything can be reached by keys. **F6** goes from panel to panel, **Tab** within one; in the scene, Tab picks agents. Menus open with **F10** or **Alt** and a letter. Widgets have names for screen readers. [Settings](help:settings/look) hold the theme, the size of type and all keys. Colour is never the only sign: lines have names at their ends, verdicts have words, warnings have icons.</source>
        <translation>Alles ist mit Tasten erreichbar. **F6** geht von Feld zu Feld, **Tab** innerhalb eines Feldes; in der Szene wählt Tab Agenten. Menüs öffnen sich mit **F10** oder **Alt** und einem Buchstaben. Bedienelemente haben Namen für Bildschirmleser. In den [Einstellungen](help:settings/look) stehen Farben, Schriftgröße und alle Tasten. Farbe ist nie das einzige Zeichen: Linien haben Namen an ihren Enden, Urteile haben Wörter, Warnungen haben Symbole.</translation>
    </message>
    <message>
        <source>keyboard accessibility contrast</source>
        <translation>Tastatur Barrierefreiheit Kontrast</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>A scenario is one JSON file. What it leaves out has the values of its preset; a key that does not exist is an error that names the nearest one. The form marks in bold what differs from the preset, and the arrow beside it puts that back. Undo takes every edit back, up to the document as it was opened.</source>
        <translation>Ein Szenario ist eine JSON-Datei. Was sie auslässt, hat die Werte ihrer Vorlage; ein Schlüssel, den es nicht gibt, ist ein Fehler, der den nächsten nennt. Das Formular zeigt fett, was von der Vorlage abweicht, und der Pfeil daneben stellt es zurück. Rückgängig nimmt jede Änderung zurück, bis zum Dokument, wie es geöffnet wurde.</translation>
    </message>
    <message>
        <source>What the curves mean</source>
        <translation>Was die Kurven bedeuten</translation>
    </message>
    <message>
        <source>The bold curve is smoothed, the faint one behind it is raw. Dashed vertical lines are changes of parameters.

- Is it getting better? [reward](help:curve/%1), [success](help:curve/%2), [length](help:curve/%3)
- Is it still trying things? [entropy](help:curve/%4)
- Are the steps sound? [KL](help:curve/%5), [clip fraction](help:curve/%6), [value loss](help:curve/%7), [explained variance](help:curve/%8)</source>
        <translation>Die kräftige Kurve ist geglättet, die blasse dahinter roh. Gestrichelte senkrechte Linien sind Änderungen von Parametern.

- Wird es besser? [Belohnung](help:curve/%1), [Erfolg](help:curve/%2), [Länge](help:curve/%3)
- Probiert es noch? [Entropie](help:curve/%4)
- Sind die Schritte gesund? [KL](help:curve/%5), [Anteil der Begrenzung](help:curve/%6), [Wertverlust](help:curve/%7), [erklärte Varianz](help:curve/%8)</translation>
    </message>
    <message>
        <source>Cumulative reward</source>
        <translation>Gesamtbelohnung</translation>
    </message>
    <message>
        <source>What an agent earned from the start of an episode to its end, mean over the episodes that ended. The scale is that of the document&apos;s reward, so compare only runs of the same one.</source>
        <translation>Was ein Agent vom Anfang bis zum Ende einer Episode verdient hat, Mittel der beendeten Episoden. Der Maßstab ist der der Belohnung im Dokument; vergleichen Sie also nur Läufe mit derselben.</translation>
    </message>
    <message>
        <source>Episode length</source>
        <translation>Episodenlänge</translation>
    </message>
    <message>
        <source>Decisions from start to end. At first longer often means that agents crash later; then shorter means that they arrive sooner.</source>
        <translation>Entscheidungen vom Anfang bis zum Ende. Zuerst heißt länger oft, dass Agenten später verunglücken; dann heißt kürzer, dass sie früher ankommen.</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>Erfolgsrate</translation>
    </message>
    <message>
        <source>Share of the episodes that ended at the goal, or with the laps driven. The clearest curve of all: 100 % is a solved problem.</source>
        <translation>Anteil der Episoden, die am Ziel oder mit gefahrenen Runden endeten. Die klarste Kurve von allen: 100 % ist eine gelöste Aufgabe.</translation>
    </message>
    <message>
        <source>Collision rate</source>
        <translation>Kollisionsrate</translation>
    </message>
    <message>
        <source>Share of the episodes that ended in a collision.</source>
        <translation>Anteil der Episoden, die mit einer Kollision endeten.</translation>
    </message>
    <message>
        <source>Lap time</source>
        <translation>Rundenzeit</translation>
    </message>
    <message>
        <source>Mean time of whole laps. Nothing is shown before the first one.</source>
        <translation>Mittlere Zeit ganzer Runden. Vor der ersten wird nichts gezeigt.</translation>
    </message>
    <message>
        <source>Laps</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Whole laps in an episode.</source>
        <translation>Ganze Runden in einer Episode.</translation>
    </message>
    <message>
        <source>Collisions per lap</source>
        <translation>Kollisionen pro Runde</translation>
    </message>
    <message>
        <source>Contacts with walls and other cars, for each whole lap.</source>
        <translation>Berührungen mit Wänden und anderen Autos, je ganzer Runde.</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>How undecided the policy is, in nats. It begins at the logarithm of the number of choices and should fall slowly. A sudden fall to zero means that it has stopped trying things: raise [entropy weight](help:parameter/training.beta) or lower the learning rate.</source>
        <translation>Wie unentschieden die Policy ist, in nat. Sie beginnt beim Logarithmus der Zahl der Wahlmöglichkeiten und sollte langsam fallen. Ein jäher Fall auf null heißt, dass nichts mehr probiert wird: Erhöhen Sie das [Entropiegewicht](help:parameter/training.beta) oder senken Sie die Lernrate.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Size of the optimiser&apos;s steps, as its schedule has it now.</source>
        <translation>Größe der Schritte des Optimierers, wie sein Plan sie jetzt vorsieht.</translation>
    </message>
    <message>
        <source>Clip range ε</source>
        <translation>Begrenzung ε</translation>
    </message>
    <message>
        <source>How far one update may move the probability of a choice.</source>
        <translation>Wie weit ein Update die Wahrscheinlichkeit einer Wahl bewegen darf.</translation>
    </message>
    <message>
        <source>Entropy weight β</source>
        <translation>Entropiegewicht β</translation>
    </message>
    <message>
        <source>How much being undecided is worth to the learner now.</source>
        <translation>Wie viel Unentschiedenheit dem Lerner jetzt wert ist.</translation>
    </message>
    <message>
        <source>Approximate KL divergence</source>
        <translation>Genäherte KL-Divergenz</translation>
    </message>
    <message>
        <source>How far an update has moved the policy from the one that drove. Around 0.01 is usual; above 0.05 the steps are too big.</source>
        <translation>Wie weit ein Update die Policy von der entfernt hat, die gefahren ist. Um 0.01 ist üblich; über 0.05 sind die Schritte zu groß.</translation>
    </message>
    <message>
        <source>Clip fraction</source>
        <translation>Anteil der Begrenzung</translation>
    </message>
    <message>
        <source>Share of the decisions whose change was cut at ε. Zero means timid steps; above 0.3 they are too big.</source>
        <translation>Anteil der Entscheidungen, deren Änderung bei ε abgeschnitten wurde. Null heißt zaghafte Schritte; über 0.3 sind sie zu groß.</translation>
    </message>
    <message>
        <source>Policy loss</source>
        <translation>Policy-Verlust</translation>
    </message>
    <message>
        <source>What the update minimizes. It has no meaning of its own and need not fall.</source>
        <translation>Was das Update verkleinert. Er hat keine eigene Bedeutung und muss nicht fallen.</translation>
    </message>
    <message>
        <source>Value loss</source>
        <translation>Wertverlust</translation>
    </message>
    <message>
        <source>Squared error of the critic&apos;s estimate of what is still to come. It rises while rewards rise and falls once they settle.</source>
        <translation>Quadratischer Fehler der Schätzung des Kritikers, was noch kommt. Er steigt, solange Belohnungen steigen, und fällt, wenn sie sich beruhigen.</translation>
    </message>
    <message>
        <source>Explained variance</source>
        <translation>Erklärte Varianz</translation>
    </message>
    <message>
        <source>Share of the spread of returns that the critic foresees. 1 is perfect, 0 no better than a constant, below 0 worse than one.</source>
        <translation>Anteil der Streuung der Erträge, den der Kritiker voraussieht. 1 ist vollkommen, 0 nicht besser als eine Konstante, unter 0 schlechter als eine.</translation>
    </message>
    <message>
        <source>Value estimate</source>
        <translation>Wertschätzung</translation>
    </message>
    <message>
        <source>What the critic expects an agent to earn from here on, mean over the buffer. It should follow the reward.</source>
        <translation>Was der Kritiker von hier an für einen Agenten erwartet, Mittel über den Puffer. Sie sollte der Belohnung folgen.</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Agent steps a second of wall time. It is kept apart from the metrics, because it differs between equal runs.</source>
        <translation>Agentenschritte pro Sekunde Uhrzeit. Getrennt von den Messwerten, weil er sich zwischen gleichen Läufen unterscheidet.</translation>
    </message>
    <message>
        <source>Cloning loss</source>
        <translation>Klonverlust</translation>
    </message>
    <message>
        <source>How surprised the policy is by what the demonstrations do, in nats.</source>
        <translation>Wie sehr die Policy überrascht, was die Vorführungen tun, in nat.</translation>
    </message>
    <message>
        <source>Extrinsic reward</source>
        <translation>Äußere Belohnung</translation>
    </message>
    <message>
        <source>What the task itself pays, where other rewards are added to it.</source>
        <translation>Was die Aufgabe selbst zahlt, wo andere Belohnungen dazukommen.</translation>
    </message>
    <message>
        <source>GAIL reward</source>
        <translation>GAIL-Belohnung</translation>
    </message>
    <message>
        <source>What looking like the demonstrations pays.</source>
        <translation>Was Ähnlichkeit mit den Vorführungen zahlt.</translation>
    </message>
    <message>
        <source>GAIL loss</source>
        <translation>GAIL-Verlust</translation>
    </message>
    <message>
        <source>Error of the judge that tells demonstrations from the policy. Near ln 2 it can no longer tell.</source>
        <translation>Fehler des Richters, der Vorführungen von der Policy unterscheidet. Nahe ln 2 kann er es nicht mehr.</translation>
    </message>
    <message>
        <source>GAIL estimates</source>
        <translation>GAIL-Schätzungen</translation>
    </message>
    <message>
        <source>How expert-like the judge holds the policy and the expert. They meet when the imitation is good.</source>
        <translation>Für wie expertenhaft der Richter die Policy und den Experten hält. Sie treffen sich, wenn die Nachahmung gut ist.</translation>
    </message>
    <message>
        <source>Curiosity reward</source>
        <translation>Neugier-Belohnung</translation>
    </message>
    <message>
        <source>What surprising outcomes pay. It falls as they become familiar.</source>
        <translation>Was überraschende Folgen zahlen. Sie fällt, wenn sie vertraut werden.</translation>
    </message>
    <message>
        <source>Curiosity losses</source>
        <translation>Neugier-Verluste</translation>
    </message>
    <message>
        <source>Errors of the models that foresee what comes (forward) and guess what was done (inverse).</source>
        <translation>Fehler der Modelle, die voraussehen, was kommt (vorwärts), und raten, was getan wurde (invers).</translation>
    </message>
    <message>
        <source>RND reward</source>
        <translation>RND-Belohnung</translation>
    </message>
    <message>
        <source>What observations pay that have seldom been seen.</source>
        <translation>Was selten gesehene Beobachtungen zahlen.</translation>
    </message>
    <message>
        <source>RND loss</source>
        <translation>RND-Verlust</translation>
    </message>
    <message>
        <source>Error of the network that learns to know what has been seen.</source>
        <translation>Fehler des Netzes, das lernt, was schon gesehen wurde.</translation>
    </message>
    <message>
        <source>The bar at the left has one button for each mode. A mode has panels of its own; where they stand is kept, and *View &gt; Reset layout* puts them back. A run goes on whatever mode is on.

- **Train**: the document as a form, all worlds, curves, inspector.
- **Drive**: by hand, with keyboard, gamepad or wheel; laps are recorded and can be learned from.
- **Scenario**: the track, the starts and the crossing, drawn.
- **Evaluate**: drivers side by side, every run one click from its replay.
- **Welcome**: documents, lessons, and what one click does.</source>
        <translation>Die Leiste links hat einen Knopf für jeden Modus. Ein Modus hat eigene Felder; wo sie stehen, wird behalten, und *Ansicht &gt; Anordnung zurücksetzen* bringt sie zurück. Ein Lauf geht weiter, welcher Modus auch an ist.

- **Training**: das Dokument als Formular, alle Welten, Kurven, Inspektor.
- **Fahren**: von Hand, mit Tastatur, Gamepad oder Lenkrad; Runden werden aufgenommen, und man kann daraus lernen.
- **Szenario**: die Strecke, die Starts und die Kreuzung, gezeichnet.
- **Auswerten**: Fahrer nebeneinander, jeder Lauf einen Klick von seiner Wiedergabe.
- **Willkommen**: Dokumente, Lektionen, und was ein Klick tut.</translation>
    </message>
</context>
<context>
    <name>PlotPanel</name>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>The document cannot be opened</source>
        <translation>Das Dokument lässt sich nicht öffnen</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>The plan cannot be read</source>
        <translation>Der Plan ist nicht lesbar</translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Ertrag</translation>
    </message>
    <message>
        <source>Laps</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Lap time</source>
        <translation>Rundenzeit</translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Forked from</source>
        <translation>Abgezweigt von</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>Forked from %1 at step %2</source>
        <translation>Abgezweigt von %1 bei Schritt %2</translation>
    </message>
    <message>
        <source>No checkpoint</source>
        <translation>Kein Checkpoint</translation>
    </message>
    <message>
        <source>%1 checkpoints, the last at step %2</source>
        <translation>%1 Checkpoints, der letzte bei Schritt %2</translation>
    </message>
</context>
<context>
    <name>SceneLabels</name>
    <message>
        <source>ghost</source>
        <translation>Geist</translation>
    </message>
</context>
<context>
    <name>paddock</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>lap %1   last %2   best %3</source>
        <translation>Runde %1   letzte %2   beste %3</translation>
    </message>
    <message>
        <source>lap %1   checkpoint %2 of %3</source>
        <translation>Runde %1   Checkpoint %2 von %3</translation>
    </message>
    <message>
        <source>WRONG WAY</source>
        <translation>FALSCHE RICHTUNG</translation>
    </message>
    <message>
        <source>recording begins in %1 s</source>
        <translation>Aufnahme beginnt in %1 s</translation>
    </message>
    <message>
        <source>● recording %1 of %2 clean laps   %3 rows</source>
        <translation>● Aufnahme: %1 von %2 sauberen Runden   %3 Zeilen</translation>
    </message>
    <message>
        <source>recorded %1 of %2 clean laps</source>
        <translation>%1 von %2 sauberen Runden aufgenommen</translation>
    </message>
    <message>
        <source>not recording</source>
        <translation>keine Aufnahme</translation>
    </message>
    <message>
        <source>%1 s   %2x real time   %3 frames/s</source>
        <translation>%1 s   %2x Echtzeit   %3 Bilder/s</translation>
    </message>
    <message>
        <source>collisions %1</source>
        <translation>Kollisionen %1</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Sauber</translation>
    </message>
    <message>
        <source>Collision</source>
        <translation>Kollision</translation>
    </message>
    <message>
        <source>Off track</source>
        <translation>Neben der Strecke</translation>
    </message>
    <message>
        <source>Out of time</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>Trimmed</source>
        <translation>Gekürzt</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>Ohne Urteil</translation>
    </message>
    <message>
        <source>Range: %1 to %2%3</source>
        <translation>Bereich: %1 bis %2%3</translation>
    </message>
    <message>
        <source>At least %1%2</source>
        <translation>Mindestens %1%2</translation>
    </message>
    <message>
        <source>At most %1%2</source>
        <translation>Höchstens %1%2</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Parallel worlds</source>
        <translation>Parallele Welten</translation>
    </message>
    <message>
        <source>Vehicle %1</source>
        <translation>Fahrzeug %1</translation>
    </message>
    <message>
        <source>Several values with commas between</source>
        <translation>Mehrere Werte, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Vorlage: %1</translation>
    </message>
    <message>
        <source>Live: may change while a run trains</source>
        <translation>Live: darf sich ändern, während ein Lauf trainiert</translation>
    </message>
    <message>
        <source>at the goal</source>
        <translation>am Ziel</translation>
    </message>
    <message>
        <source>on a violation</source>
        <translation>bei einem Verstoß</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>sonst</translation>
    </message>
    <message>
        <source>nearer to the goal</source>
        <translation>näher am Ziel</translation>
    </message>
    <message>
        <source>every step</source>
        <translation>in jedem Schritt</translation>
    </message>
    <message>
        <source>g: from the agent to its goal, m</source>
        <translation>g: vom Agenten zu seinem Ziel, m</translation>
    </message>
    <message>
        <source>on a collision</source>
        <translation>bei einer Kollision</translation>
    </message>
    <message>
        <source>at the best lap so far</source>
        <translation>bei der bisher besten Runde</translation>
    </message>
    <message>
        <source>at a lap</source>
        <translation>bei einer Runde</translation>
    </message>
    <message>
        <source>at a checkpoint</source>
        <translation>an einem Checkpoint</translation>
    </message>
    <message>
        <source>v: speed, m/s; s: way along the track, m</source>
        <translation>v: Tempo, m/s; s: Weg entlang der Strecke, m</translation>
    </message>
    <message>
        <source>v: speed, m/s</source>
        <translation>v: Tempo, m/s</translation>
    </message>
    <message>
        <source>Lap time</source>
        <translation>Rundenzeit</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Laps</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>per episode</source>
        <translation>pro Episode</translation>
    </message>
    <message>
        <source>Collisions</source>
        <translation>Kollisionen</translation>
    </message>
    <message>
        <source>per lap</source>
        <translation>pro Runde</translation>
    </message>
    <message>
        <source>GAIL reward</source>
        <translation>GAIL-Belohnung</translation>
    </message>
    <message>
        <source>reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>GAIL loss</source>
        <translation>GAIL-Verlust</translation>
    </message>
    <message>
        <source>nat</source>
        <translation>nat</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>expert</source>
        <translation>Experte</translation>
    </message>
    <message>
        <source>GAIL estimates</source>
        <translation>GAIL-Schätzungen</translation>
    </message>
    <message>
        <source>expert-likeness</source>
        <translation>Ähnlichkeit zum Experten</translation>
    </message>
    <message>
        <source>Curiosity reward</source>
        <translation>Neugier-Belohnung</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>vorwärts</translation>
    </message>
    <message>
        <source>inverse</source>
        <translation>invers</translation>
    </message>
    <message>
        <source>Curiosity losses</source>
        <translation>Neugier-Verluste</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Cloning loss</source>
        <translation>Klonverlust</translation>
    </message>
    <message>
        <source>RND reward</source>
        <translation>RND-Belohnung</translation>
    </message>
    <message>
        <source>RND loss</source>
        <translation>RND-Verlust</translation>
    </message>
    <message>
        <source>Extrinsic reward</source>
        <translation>Äußere Belohnung</translation>
    </message>
    <message>
        <source>Cumulative reward</source>
        <translation>Gesamtbelohnung</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>Erfolgsrate</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Episode length</source>
        <translation>Episodenlänge</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>Value loss</source>
        <translation>Wertverlust</translation>
    </message>
    <message>
        <source>reward²</source>
        <translation>Belohnung²</translation>
    </message>
    <message>
        <source>Approx. KL</source>
        <translation>Genäherte KL</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>rate α</source>
        <translation>Rate α</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>steps/s</source>
        <translation>Schritte/s</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Reference curves</source>
        <translation>Vergleichskurven</translation>
    </message>
    <message>
        <source>Whose curves does %1 hold?</source>
        <translation>Wessen Kurven enthält %1?</translation>
    </message>
    <message>
        <source>## Paddock %1

A studio for multi-agent autonomous driving.

| Part | Version |
|---|---|
| Qt | %2 |
| QCustomPlot | %3 |
| BLAS | %4 |

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>## Paddock %1

Ein Studio für autonomes Fahren mit mehreren Agenten.

| Teil | Version |
|---|---|
| Qt | %2 |
| QCustomPlot | %3 |
| BLAS | %4 |

Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>known once a run has started</source>
        <translation>bekannt, sobald ein Lauf begonnen hat</translation>
    </message>
    <message>
        <source>%1 found. Nothing was changed.

</source>
        <translation>%1 gefunden. Es wurde nichts geändert.

</translation>
    </message>
    <message>
        <source>One problem was</source>
        <translation>Ein Problem wurde</translation>
    </message>
    <message>
        <source>%1 problems were</source>
        <translation>%1 Probleme wurden</translation>
    </message>
    <message>
        <source>Unsaved document</source>
        <translation>Nicht gespeichertes Dokument</translation>
    </message>
    <message>
        <source>A window ended without saving “%1” (%2).</source>
        <translation>Ein Fenster endete, ohne „%1“ zu speichern (%2).</translation>
    </message>
    <message>
        <source>Recovering opens it as an unsaved document.</source>
        <translation>Wiederherstellen öffnet es als nicht gespeichertes Dokument.</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>hit A%1</source>
        <translation>traf A%1</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>left its lane</source>
        <translation>verließ die Spur</translation>
    </message>
    <message>
        <source>out of time</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>the world restarted</source>
        <translation>die Welt begann neu</translation>
    </message>
    <message>
        <source>hit the wall</source>
        <translation>traf die Wand</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>checkpoint %1 at %2 s</source>
        <translation>Checkpoint %1 bei %2 s</translation>
    </message>
    <message>
        <source>lap %1 in %2 s</source>
        <translation>Runde %1 in %2 s</translation>
    </message>
    <message>
        <source>%1, return %2</source>
        <translation>%1, Ertrag %2</translation>
    </message>
    <message>
        <source>ep %1 · %2  %3</source>
        <translation>Ep. %1 · %2  %3</translation>
    </message>
    <message>
        <source>world %1, A%2, step %3</source>
        <translation>Welt %1, A%2, Schritt %3</translation>
    </message>
    <message>
        <source>Value of being there</source>
        <translation>Wert, dort zu sein</translation>
    </message>
    <message>
        <source>Most probable %1</source>
        <translation>Wahrscheinlichstes: %1</translation>
    </message>
    <message>
        <source>; others as they stood</source>
        <translation>; andere, wie sie standen</translation>
    </message>
    <message>
        <source>This JSON file says that its format is “%1”. Paddock opens paddock-scenario, paddock-track and paddock-lesson.</source>
        <translation>Diese JSON-Datei nennt als Format „%1“. Paddock öffnet paddock-scenario, paddock-track und paddock-lesson.</translation>
    </message>
    <message>
        <source>These are training settings of ML-Agents. A document takes them over with

`paddock-cli train SCENARIO --mlagents &quot;%1&quot;`</source>
        <translation>Das sind Trainingseinstellungen von ML-Agents. Ein Dokument übernimmt sie mit

`paddock-cli train SCENARIO --mlagents &quot;%1&quot;`</translation>
    </message>
    <message>
        <source>This folder holds no run: there is no scenario.json in it.</source>
        <translation>Dieser Ordner enthält keinen Lauf: Es ist keine scenario.json darin.</translation>
    </message>
    <message>
        <source>This is a policy. It can drive the agents of a scenario that has the same observations and actions:

- in **Drive**, as the opponent: choose “A policy” under Race and then this file;
- without the window: `paddock-cli eval SCENARIO --policy &quot;%1&quot;`</source>
        <translation>Das ist eine Policy. Sie kann die Agenten eines Szenarios mit denselben Beobachtungen und Aktionen fahren:

- in **Fahren**, als Gegner: Wählen Sie „Policy“ und dann diese Datei;
- ohne Fenster: `paddock-cli eval SCENARIO --policy &quot;%1&quot;`</translation>
    </message>
    <message>
        <source>This is a demonstration of ML-Agents. Paddock makes laps of its own of it, fitted to a scenario:

`paddock-cli demo import &quot;%1&quot; --for SCENARIO --out laps.pdemo`

Drop laps.pdemo here after that.</source>
        <translation>Das ist eine Vorführung von ML-Agents. Paddock macht daraus eigene Runden, passend zu einem Szenario:

`paddock-cli demo import &quot;%1&quot; --for SCENARIO --out laps.pdemo`

Ziehen Sie danach laps.pdemo hierher.</translation>
    </message>
    <message>
        <source>This belongs to a checkpoint. Drop the folder of its run instead.</source>
        <translation>Das gehört zu einem Checkpoint. Ziehen Sie stattdessen den Ordner seines Laufs hierher.</translation>
    </message>
    <message>
        <source>a file without an ending</source>
        <translation>einer Datei ohne Endung</translation>
    </message>
    <message>
        <source>Paddock has no use for %1. It opens %2.</source>
        <translation>Paddock kann mit %1 nichts anfangen. Es öffnet %2.</translation>
    </message>
    <message>
        <source>scenarios, tracks and lessons (.json), runs (their folders), maps (.yaml) and centre lines (.csv) of tracks, laps (.pdemo)</source>
        <translation>Szenarien, Strecken und Lektionen (.json), Läufe (ihre Ordner), Karten (.yaml) und Mittellinien (.csv) von Strecken, Runden (.pdemo)</translation>
    </message>
    <message>
        <source>There is no such file any more.</source>
        <translation>Diese Datei gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Time since the start</source>
        <translation>Zeit seit dem Start</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>Episoden</translation>
    </message>
    <message>
        <source>Agent steps</source>
        <translation>Agentenschritte</translation>
    </message>
    <message>
        <source>time since the start</source>
        <translation>Zeit seit dem Start</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>episodes</source>
        <translation>Episoden</translation>
    </message>
    <message>
        <source>agent steps</source>
        <translation>Agentenschritte</translation>
    </message>
    <message>
        <source>return up, success down</source>
        <translation>Ertrag steigt, Erfolg sinkt</translation>
    </message>
    <message>
        <source>return up, success not</source>
        <translation>Ertrag steigt, Erfolg nicht</translation>
    </message>
    <message>
        <source>long episodes pay</source>
        <translation>lange Episoden lohnen sich</translation>
    </message>
    <message>
        <source>%1 m/s   throttle %2 (you %3)   steer %4° (you %5°)</source>
        <translation>%1 m/s   Gas %2 (Sie %3)   Lenkung %4° (Sie %5°)</translation>
    </message>
</context>
<context>
    <name>paddock::AxisBars</name>
    <message>
        <source>Steering and throttle</source>
        <translation>Lenkung und Gas</translation>
    </message>
    <message>
        <source>Steering</source>
        <translation>Lenkung</translation>
    </message>
    <message>
        <source>Throttle</source>
        <translation>Gas</translation>
    </message>
    <message>
        <source>L</source>
        <comment>left, one letter</comment>
        <translation>L</translation>
    </message>
    <message>
        <source>R</source>
        <comment>right, one letter</comment>
        <translation>R</translation>
    </message>
    <message>
        <source>steering</source>
        <comment>what an axis does</comment>
        <translation>Lenkung</translation>
    </message>
    <message>
        <source>throttle</source>
        <comment>what an axis does</comment>
        <translation>Gas</translation>
    </message>
</context>
<context>
    <name>paddock::CalibrationDialog</name>
    <message>
        <source>Calibrate %1</source>
        <translation>%1 kalibrieren</translation>
    </message>
    <message>
        <source>A keyboard needs no calibration.

W or Up gives throttle, S or Down takes it away, A and D or Left and Right steer. The steering moves to its end in a quarter of a second and back in half of that.

To calibrate a gamepad or a wheel, plug it in and choose it first.</source>
        <translation>Eine Tastatur braucht keine Kalibrierung.

W oder Pfeil hoch gibt Gas, S oder Pfeil runter nimmt es weg, A und D oder Pfeil links und rechts lenken. Die Lenkung erreicht ihr Ende in einer Viertelsekunde und die Mitte in der Hälfte davon.

Um ein Gamepad oder Lenkrad zu kalibrieren, schließen Sie es an und wählen Sie es zuerst aus.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Steering</source>
        <translation>Lenkung</translation>
    </message>
    <message>
        <source>Throttle</source>
        <translation>Gas</translation>
    </message>
    <message>
        <source>From the middle</source>
        <translation>Aus der Mitte</translation>
    </message>
    <message>
        <source>On: half of the way is used, from where a stick rests. Off: the whole way, like a trigger or pedal.</source>
        <translation>An: Der halbe Weg zählt, von der Ruhelage eines Sticks aus. Aus: der ganze Weg, wie bei einem Trigger oder Pedal.</translation>
    </message>
    <message>
        <source>%1: axis</source>
        <translation>%1: Achse</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>Umgekehrt</translation>
    </message>
    <message>
        <source>%1: inverted</source>
        <translation>%1: umgekehrt</translation>
    </message>
    <message>
        <source>%1: dead zone in percent</source>
        <translation>%1: Totzone in Prozent</translation>
    </message>
    <message>
        <source>Share of the way around the rest that counts as rest.</source>
        <translation>Anteil des Weges um die Ruhelage, der als Ruhe zählt.</translation>
    </message>
    <message>
        <source>Dead zone</source>
        <translation>Totzone</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Back to what this kind of device has without a calibration</source>
        <translation>Zurück zu dem, was diese Art Gerät ohne Kalibrierung hat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 is unplugged. Plug it in again to go on.</source>
        <translation>%1 ist abgezogen. Schließen Sie es wieder an, um weiterzumachen.</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>&amp;Start again</source>
        <translation>Von &amp;vorn</translation>
    </message>
    <message>
        <source>&amp;Guide me</source>
        <translation>Mich &amp;führen</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Move everything to its ends: steer fully left and right, press and let go of every trigger or pedal.</source>
        <translation>Bewegen Sie alles an seine Enden: ganz nach links und rechts lenken, jeden Trigger oder jedes Pedal drücken und loslassen.</translation>
    </message>
    <message>
        <source>Let go of everything.</source>
        <translation>Lassen Sie alles los.</translation>
    </message>
    <message>
        <source>Steer fully to the left.</source>
        <translation>Lenken Sie ganz nach links.</translation>
    </message>
    <message>
        <source>Give full throttle.</source>
        <translation>Geben Sie Vollgas.</translation>
    </message>
    <message>
        <source>Go on once everything was at both of its ends.</source>
        <translation>Weiter, sobald alles an beiden Enden war.</translation>
    </message>
    <message>
        <source>Waiting for two axes to move.</source>
        <translation>Wartet, dass sich zwei Achsen bewegen.</translation>
    </message>
    <message>
        <source>Go on while nothing is touched.</source>
        <translation>Weiter, während nichts berührt wird.</translation>
    </message>
    <message>
        <source>Waiting for an axis to move.</source>
        <translation>Wartet, dass sich eine Achse bewegt.</translation>
    </message>
    <message>
        <source>%1 moved most.</source>
        <translation>%1 hat sich am meisten bewegt.</translation>
    </message>
</context>
<context>
    <name>paddock::CompareDialog</name>
    <message>
        <source>Compare checkpoints</source>
        <translation>Checkpoints vergleichen</translation>
    </message>
    <message>
        <source>most probable action</source>
        <translation>wahrscheinlichste Aktion</translation>
    </message>
    <message>
        <source>sampled, same random numbers</source>
        <translation>gezogen, gleiche Zufallszahlen</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Both drive in the scenario of the left one, from the same seed; they are shown side by side with the moment at which they part.</source>
        <translation>Beide fahren im Szenario des linken, mit demselben Startwert; sie werden nebeneinander gezeigt, mit dem Moment, in dem sie sich trennen.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Policies choose</source>
        <translation>Policies wählen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation>Simulierte Zeit</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message numerus="yes">
        <source>This run has %n checkpoint(s); two are needed. Ctrl+K writes one.</source>
        <translation>
            <numerusform>Dieser Lauf hat %n Checkpoint; zwei werden gebraucht. Strg+K schreibt einen.</numerusform>
            <numerusform>Dieser Lauf hat %n Checkpoints; zwei werden gebraucht. Strg+K schreibt einen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paddock::Comparison</name>
    <message numerus="yes">
        <source>%1, %n seeds</source>
        <translation>
            <numerusform>%1, %n Startwert</numerusform>
            <numerusform>%1, %n Startwerte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paddock::CurvePlot</name>
    <message>
        <source>Plot of %1</source>
        <translation>Diagramm: %1</translation>
    </message>
    <message>
        <source>agent steps</source>
        <translation>Agentenschritte</translation>
    </message>
    <message>
        <source>smoothed %1</source>
        <translation>geglättet %1</translation>
    </message>
    <message>
        <source>··· %1</source>
        <translation>··· %1</translation>
    </message>
    <message>
        <source>··· %1 references</source>
        <translation>··· %1 Vergleiche</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>dieser Lauf</translation>
    </message>
    <message>
        <source>this run, %1</source>
        <translation>dieser Lauf, %1</translation>
    </message>
    <message>
        <source>Drag: move. Ctrl+wheel: zoom. Double click: note. Right click: more.</source>
        <translation>Ziehen: verschieben. Strg+Rad: vergrößern. Doppelklick: Notiz. Rechtsklick: mehr.</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>logarithmisch</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>paddock::DecisionView</name>
    <message>
        <source>Over the road</source>
        <translation>Über der Straße</translation>
    </message>
    <message>
        <source>Logit and probability of each choice; ● is sampled</source>
        <translation>Logit und Wahrscheinlichkeit jeder Wahl; ● ist gezogen</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What the critic expects the rest of the episode to pay, discounted</source>
        <translation>Was der Kritiker vom Rest der Episode erwartet, abgezinst</translation>
    </message>
    <message>
        <source>Sampled for this observation</source>
        <translation>Für diese Beobachtung gezogen</translation>
    </message>
    <message>
        <source>%1 · entropy %2 of %3 nat</source>
        <translation>%1 · Entropie %2 von %3 nat</translation>
    </message>
    <message>
        <source>You drive this car, so its policy chooses nothing.</source>
        <translation>Sie fahren dieses Auto, seine Policy wählt also nichts.</translation>
    </message>
    <message>
        <source>No probabilities are known of this step.</source>
        <translation>Zu diesem Schritt sind keine Wahrscheinlichkeiten bekannt.</translation>
    </message>
    <message>
        <source>Taken: %1.</source>
        <translation>Gewählt: %1.</translation>
    </message>
</context>
<context>
    <name>paddock::DifferenceDialog</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the differences</source>
        <translation>Die Unterschiede durchsuchen</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Fields that differ</source>
        <translation>Felder, die sich unterscheiden</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>This document: %1</source>
        <translation>Dieses Dokument: %1</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Vorlage: %1</translation>
    </message>
    <message>
        <source>Document: %1</source>
        <translation>Dokument: %1</translation>
    </message>
    <message>
        <source>Run: %1</source>
        <translation>Lauf: %1</translation>
    </message>
    <message>
        <source>Another document…</source>
        <translation>Anderes Dokument…</translation>
    </message>
    <message>
        <source>Another run…</source>
        <translation>Anderer Lauf…</translation>
    </message>
    <message>
        <source>Folder of a run</source>
        <translation>Ordner eines Laufs</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Scenarios (*.json)</source>
        <translation>Szenarien (*.json)</translation>
    </message>
    <message>
        <source>They hold the same values.</source>
        <translation>Sie haben dieselben Werte.</translation>
    </message>
    <message>
        <source>One field differs.</source>
        <translation>Ein Feld ist verschieden.</translation>
    </message>
    <message>
        <source>%1 fields differ.</source>
        <translation>%1 Felder sind verschieden.</translation>
    </message>
</context>
<context>
    <name>paddock::DockPanel</name>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>Close; the View menu brings it back</source>
        <translation>Schließen; das Menü „Ansicht“ holt es zurück</translation>
    </message>
</context>
<context>
    <name>paddock::DocumentActions</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;benutzt</translation>
    </message>
    <message>
        <source>New from &amp;preset</source>
        <translation>Neu aus &amp;Vorlage</translation>
    </message>
    <message>
        <source>Stop the run before opening another document</source>
        <translation>Beenden Sie den Lauf, bevor Sie ein anderes Dokument öffnen</translation>
    </message>
    <message>
        <source>Open scenario</source>
        <translation>Szenario öffnen</translation>
    </message>
    <message>
        <source>%1 cannot be opened</source>
        <translation>%1 lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 geöffnet</translation>
    </message>
    <message>
        <source>The document cannot be saved</source>
        <translation>Das Dokument lässt sich nicht speichern</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Save scenario</source>
        <translation>Szenario speichern</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>„%1“ hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>No documents yet</source>
        <translation>Noch keine Dokumente</translation>
    </message>
    <message>
        <source>It came with the program; Save asks for a file of your own.</source>
        <translation>Es gehört zum Programm; Speichern fragt nach einer eigenen Datei.</translation>
    </message>
</context>
<context>
    <name>paddock::DocumentModel</name>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>preset %1</source>
        <translation>Vorlage %1</translation>
    </message>
    <message>
        <source>Open another document instead</source>
        <translation>Öffnen Sie stattdessen ein anderes Dokument</translation>
    </message>
    <message>
        <source>There is no preset of this name</source>
        <translation>Eine Vorlage dieses Namens gibt es nicht</translation>
    </message>
</context>
<context>
    <name>paddock::DriveController</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Driving</source>
        <translation>Fährt</translation>
    </message>
    <message>
        <source>Get ready</source>
        <translation>Gleich geht es los</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>%1 was unplugged</source>
        <translation>%1 wurde abgezogen</translation>
    </message>
    <message>
        <source>The chosen device is not plugged in</source>
        <translation>Das gewählte Gerät ist nicht angeschlossen</translation>
    </message>
</context>
<context>
    <name>paddock::DriveDevices</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Unnamed device</source>
        <translation>Gerät ohne Namen</translation>
    </message>
</context>
<context>
    <name>paddock::DriveMode</name>
    <message>
        <source>Drive</source>
        <translation>Fahren</translation>
    </message>
    <message>
        <source>Laps</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>The drive cannot go on</source>
        <translation>Die Fahrt kann nicht weitergehen</translation>
    </message>
    <message>
        <source>%1 was unplugged</source>
        <translation>%1 wurde abgezogen</translation>
    </message>
    <message>
        <source>%1 is plugged in again</source>
        <translation>%1 ist wieder angeschlossen</translation>
    </message>
    <message>
        <source>You have left the wheel</source>
        <translation>Sie haben das Steuer verlassen</translation>
    </message>
    <message>
        <source>Another mode was on</source>
        <translation>Ein anderer Modus war an</translation>
    </message>
    <message>
        <source>The document cannot be driven yet</source>
        <translation>Das Dokument lässt sich noch nicht fahren</translation>
    </message>
    <message>
        <source>%1 (automatic hand)</source>
        <translation>%1 (automatische Hand)</translation>
    </message>
    <message>
        <source>%1 drives A%2</source>
        <translation>%1 fährt A%2</translation>
    </message>
    <message>
        <source>throttle help</source>
        <translation>Gashilfe</translation>
    </message>
    <message>
        <source>cap %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>Ready to drive</source>
        <translation>Bereit zum Fahren</translation>
    </message>
    <message>
        <source>F5 puts you at the wheel of %1</source>
        <translation>F5 setzt Sie ans Steuer von %1</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Recording begins</source>
        <translation>Die Aufnahme beginnt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Space goes on</source>
        <translation>Leertaste: weiter</translation>
    </message>
    <message>
        <source>%1. Space goes on</source>
        <translation>%1. Leertaste: weiter</translation>
    </message>
    <message>
        <source>A lap is being shown</source>
        <translation>Eine Runde wird gezeigt</translation>
    </message>
    <message>
        <source>Replay of lap %1</source>
        <translation>Wiedergabe von Runde %1</translation>
    </message>
    <message>
        <source>%1 s of %2 s   row %3 of %4</source>
        <translation>%1 s von %2 s   Zeile %3 von %4</translation>
    </message>
    <message>
        <source>The window had lost the keyboard</source>
        <translation>Das Fenster hatte die Tastatur verloren</translation>
    </message>
</context>
<context>
    <name>paddock::DrivePanel</name>
    <message>
        <source>State of the drive</source>
        <translation>Stand der Fahrt</translation>
    </message>
    <message>
        <source>Hands</source>
        <translation>Hände</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Keyboard, gamepad or wheel</source>
        <translation>Tastatur, Gamepad oder Lenkrad</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Control and assists</source>
        <translation>Steuerung und Hilfen</translation>
    </message>
    <message>
        <source>Steering</source>
        <translation>Lenkung</translation>
    </message>
    <message>
        <source>Throttle cap</source>
        <translation>Gasgrenze</translation>
    </message>
    <message>
        <source>The most throttle that is given</source>
        <translation>Das meiste Gas, das gegeben wird</translation>
    </message>
    <message>
        <source>Throttle help</source>
        <translation>Gashilfe</translation>
    </message>
    <message>
        <source>%1x real time</source>
        <translation>%1x Echtzeit</translation>
    </message>
    <message>
        <source>On the track</source>
        <translation>Auf der Strecke</translation>
    </message>
    <message>
        <source>You drive</source>
        <translation>Sie fahren</translation>
    </message>
    <message>
        <source>Place of the agent in its family</source>
        <translation>Platz des Agenten in seiner Familie</translation>
    </message>
    <message>
        <source>Time runs</source>
        <translation>Zeit läuft</translation>
    </message>
    <message>
        <source>- slower, = faster</source>
        <translation>- langsamer, = schneller</translation>
    </message>
    <message>
        <source>not plugged in</source>
        <translation>nicht angeschlossen</translation>
    </message>
    <message>
        <source>Axes, ends and dead zone of this device</source>
        <translation>Achsen, Enden und Totzone dieses Geräts</translation>
    </message>
    <message>
        <source>The keyboard needs none; plug in a gamepad or wheel and choose it</source>
        <translation>Die Tastatur braucht keine; schließen Sie ein Gamepad oder Lenkrad an und wählen Sie es</translation>
    </message>
    <message>
        <source>This device is not plugged in.</source>
        <translation>Dieses Gerät ist nicht angeschlossen.</translation>
    </message>
    <message>
        <source>Arrows or W A S D, while the scene has the keyboard. A gamepad or wheel appears here when it is plugged in.</source>
        <translation>Pfeiltasten oder W A S D, solange die Szene die Tastatur hat. Ein Gamepad oder Lenkrad erscheint hier, sobald es angeschlossen ist.</translation>
    </message>
    <message>
        <source>What you do is the nearest of the choices that a policy has.</source>
        <translation>Was Sie tun, ist die nächste der Wahlmöglichkeiten, die eine Policy hat.</translation>
    </message>
    <message>
        <source>Choices are mixed so that the wheels follow your stick; still the same choices, so that a policy can learn from them.</source>
        <translation>Die Wahlmöglichkeiten werden so gemischt, dass die Räder Ihrem Stick folgen; es bleiben dieselben, sodass eine Policy von ihnen lernen kann.</translation>
    </message>
    <message>
        <source>Agent A%1</source>
        <translation>Agent A%1</translation>
    </message>
    <message>
        <source>The program chooses the throttle; you only steer</source>
        <translation>Das Programm gibt Gas; Sie lenken nur</translation>
    </message>
    <message>
        <source>Needs LIDAR: for races</source>
        <translation>Braucht LIDAR: für Rennen</translation>
    </message>
    <message>
        <source>F5 puts you at the wheel.</source>
        <translation>F5 setzt Sie ans Steuer.</translation>
    </message>
    <message>
        <source>The world is being made.</source>
        <translation>Die Welt entsteht.</translation>
    </message>
    <message>
        <source>Esc leaves the wheel. R records, Backspace starts over.</source>
        <translation>Esc verlässt das Steuer. R nimmt auf, die Rücktaste beginnt von vorn.</translation>
    </message>
    <message>
        <source>The recording begins when the countdown ends.</source>
        <translation>Die Aufnahme beginnt nach dem Countdown.</translation>
    </message>
    <message>
        <source>Space goes on.</source>
        <translation>Leertaste: weiter.</translation>
    </message>
    <message>
        <source>%1. Space goes on.</source>
        <translation>%1. Leertaste: weiter.</translation>
    </message>
    <message>
        <source>F5 starts anew.</source>
        <translation>F5 beginnt von vorn.</translation>
    </message>
    <message>
        <source>&amp;Start anew</source>
        <translation>&amp;Erneut</translation>
    </message>
    <message>
        <source>&amp;Start driving</source>
        <translation>&amp;Fahren</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Set when the drive starts; F5 starts anew</source>
        <translation>Gilt ab dem Start der Fahrt; F5 beginnt von vorn</translation>
    </message>
    <message>
        <source>slow down before walls</source>
        <translation>vor Wänden langsamer</translation>
    </message>
</context>
<context>
    <name>paddock::DropTarget</name>
    <message>
        <source>A race on %1; it is not saved yet</source>
        <translation>Ein Rennen auf %1; noch nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 is no track</source>
        <translation>%1 ist keine Strecke</translation>
    </message>
    <message>
        <source>**%1** was not opened: one thing at a time.</source>
        <translation>**%1** wurde nicht geöffnet: eins nach dem anderen.</translation>
    </message>
    <message>
        <source>What was dropped</source>
        <translation>Was hierher gezogen wurde</translation>
    </message>
    <message>
        <source>Another map is still being read</source>
        <translation>Eine andere Karte wird noch gelesen</translation>
    </message>
    <message>
        <source>%1 does not fit the open document</source>
        <translation>%1 passt nicht zum offenen Dokument</translation>
    </message>
</context>
<context>
    <name>paddock::EvaluateMode</name>
    <message>
        <source>Evaluation plan</source>
        <translation>Auswertungsplan</translation>
    </message>
    <message>
        <source>Save the runs</source>
        <translation>Die Läufe speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Den Bericht speichern</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Seiten (*.html)</translation>
    </message>
    <message>
        <source>Judge the newest run</source>
        <translation>Den neuesten Lauf beurteilen</translation>
    </message>
    <message>
        <source>%1, run %2: %3</source>
        <translation>%1, Lauf %2: %3</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>Einen Plan öffnen</translation>
    </message>
    <message>
        <source>Evaluation plans (*.json)</source>
        <translation>Auswertungspläne (*.json)</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 geöffnet</translation>
    </message>
    <message>
        <source>The plan cannot be read</source>
        <translation>Der Plan ist nicht lesbar</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Den Plan speichern</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>The plan cannot be written</source>
        <translation>Der Plan kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>It cannot be written</source>
        <translation>Es kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The report cannot be written</source>
        <translation>Der Bericht kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>No browser opens; the report is %1</source>
        <translation>Kein Browser öffnet sich; der Bericht liegt in %1</translation>
    </message>
</context>
<context>
    <name>paddock::EventLog</name>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>Ereignisprotokoll</translation>
    </message>
</context>
<context>
    <name>paddock::EventModel</name>
    <message>
        <source>, step %1, %2</source>
        <translation>, Schritt %1, %2</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
</context>
<context>
    <name>paddock::FieldRowWidget</name>
    <message>
        <source>Reset %1 to the preset</source>
        <translation>%1 auf die Vorlage zurücksetzen</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>Locked while a run is active: a run keeps the values that it started with. Stop it to change this.</source>
        <translation>Gesperrt, solange ein Lauf aktiv ist: Ein Lauf behält die Werte, mit denen er begann. Beenden Sie ihn, um dies zu ändern.</translation>
    </message>
    <message>
        <source>Differs from the preset. Reset to %1</source>
        <translation>Weicht von der Vorlage ab. Zurücksetzen auf %1</translation>
    </message>
</context>
<context>
    <name>paddock::FilesPage</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Folder of runs</source>
        <translation>Ordner der Läufe</translation>
    </message>
    <message>
        <source>New runs and recorded laps go here, from the next start on. A relative folder is one below that in which Paddock is started.</source>
        <translation>Neue Läufe und aufgenommene Runden kommen hierher, ab dem nächsten Start. Ein relativer Ordner liegt unter dem, in dem Paddock gestartet wird.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>A damaged file is set aside beside it, and the window starts with the first values.</source>
        <translation>Eine beschädigte Datei wird daneben beiseitegelegt, und das Fenster beginnt mit den ersten Werten.</translation>
    </message>
    <message>
        <source>Unsaved documents</source>
        <translation>Nicht gespeicherte Dokumente</translation>
    </message>
    <message>
        <source>What is not saved is kept here while you edit and offered again after a crash.</source>
        <translation>Was nicht gespeichert ist, wird hier beim Bearbeiten behalten und nach einem Absturz wieder angeboten.</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
</context>
<context>
    <name>paddock::GoOnDialog</name>
    <message>
        <source>Fork a run</source>
        <translation>Einen Lauf abzweigen</translation>
    </message>
    <message>
        <source>Resume a run</source>
        <translation>Einen Lauf fortsetzen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Train up to step</source>
        <translation>Trainieren bis Schritt</translation>
    </message>
    <message>
        <source>A new run begins with the weights, step count and schedules of the checkpoint. The old one stays as it is.</source>
        <translation>Ein neuer Lauf beginnt mit Gewichten, Schrittzahl und Plänen des Checkpoints. Der alte bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>The run goes on in its own folder from its latest checkpoint, with its curves and schedules.</source>
        <translation>Der Lauf geht in seinem Ordner vom letzten Checkpoint weiter, mit seinen Kurven und Plänen.</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>Abzweigen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>From checkpoint</source>
        <translation>Vom Checkpoint</translation>
    </message>
    <message>
        <source>Becomes part of the new folder&apos;s name</source>
        <translation>Wird Teil des neuen Ordnernamens</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>As in that run</source>
        <translation>Wie in jenem Lauf</translation>
    </message>
    <message>
        <source>Of the open document (%1 differ)</source>
        <translation>Des offenen Dokuments (%1 verschieden)</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>That run</source>
        <translation>Jener Lauf</translation>
    </message>
    <message>
        <source>What the fork changes</source>
        <translation>Was die Abzweigung ändert</translation>
    </message>
    <message>
        <source>The last step is a whole number after step %1</source>
        <translation>Der letzte Schritt ist eine ganze Zahl nach Schritt %1</translation>
    </message>
    <message>
        <source>The fork needs a name</source>
        <translation>Die Abzweigung braucht einen Namen</translation>
    </message>
    <message>
        <source>The open document is of another kind: its agents cannot use these weights</source>
        <translation>Das offene Dokument ist von anderer Art: Seine Agenten können diese Gewichte nicht nutzen</translation>
    </message>
</context>
<context>
    <name>paddock::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>Seiten der Hilfe</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Search actions, parameters, curves, commands</source>
        <translation>Aktionen, Parameter, Kurven, Befehle suchen</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Die Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>No command line</source>
        <translation>Keine Kommandozeile</translation>
    </message>
    <message>
        <source>The program **paddock-cli** is not there. It does all that the window starts, without a window.</source>
        <translation>Das Programm **paddock-cli** fehlt. Es tut alles, was das Fenster startet, ohne Fenster.</translation>
    </message>
    <message>
        <source>Nothing has these words.</source>
        <translation>Nichts hat diese Wörter.</translation>
    </message>
</context>
<context>
    <name>paddock::ImportDialog</name>
    <message>
        <source>Import %1</source>
        <translation>%1 einlesen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Liest…</translation>
    </message>
    <message>
        <source>Use this track</source>
        <translation>Diese Strecke nehmen</translation>
    </message>
    <message>
        <source>Scale to this median width</source>
        <translation>Auf diese mittlere Breite bringen</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>wie gegeben</translation>
    </message>
    <message>
        <source>counter-clockwise</source>
        <translation>gegen den Uhrzeiger</translation>
    </message>
    <message>
        <source>clockwise</source>
        <translation>im Uhrzeigersinn</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Median width</source>
        <translation>Mittlere Breite</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Start slots</source>
        <translation>Startplätze</translation>
    </message>
    <message>
        <source>%1 m round, %2 to %3 m wide, %4, %5 points on the line, %6 walls</source>
        <translation>%1 m rundum, %2 bis %3 m breit, %4, %5 Punkte auf der Linie, %6 Wände</translation>
    </message>
</context>
<context>
    <name>paddock::InspectorPanel</name>
    <message>
        <source>Start a run, then click a car or press Tab in the scene.

Here you will see what that agent observes, what its policy makes of it and what it earns.</source>
        <translation>Starten Sie einen Lauf, klicken Sie dann ein Auto an oder drücken Sie Tab in der Szene.

Hier sehen Sie, was dieser Agent beobachtet, was seine Policy daraus macht und was er verdient.</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>Action and value</source>
        <translation>Aktion und Wert</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>this step · Σ episode</source>
        <translation>dieser Schritt · Σ Episode</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>Abstände</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>Beobachtung</translation>
    </message>
    <message>
        <source>Randomization in force</source>
        <translation>Geltende Randomisierung</translation>
    </message>
    <message>
        <source>%1 rays</source>
        <translation>%1 Strahlen</translation>
    </message>
    <message>
        <source>World %1 · Agent %2</source>
        <translation>Welt %1 · Agent %2</translation>
    </message>
    <message>
        <source>episode %1 · step %2</source>
        <translation>Episode %1 · Schritt %2</translation>
    </message>
    <message>
        <source> · %1 m/s</source>
        <translation> · %1 m/s</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>Policy %1</translation>
    </message>
    <message>
        <source>you drive</source>
        <translation>Sie fahren</translation>
    </message>
    <message>
        <source>%1 rests</source>
        <translation>%1 ruht</translation>
    </message>
    <message>
        <source>strokes: sensitivity</source>
        <translation>Striche: Empfindlichkeit</translation>
    </message>
    <message>
        <source>% of range</source>
        <translation>% des Bereichs</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>∂ log π(action) / ∂ this: %1</source>
        <translation>∂ log π(Aktion) / ∂ dies: %1</translation>
    </message>
    <message>
        <source>Not randomized: %1</source>
        <translation>Nicht randomisiert: %1</translation>
    </message>
    <message>
        <source>Nominal %1, drawn from %2 to %3</source>
        <translation>Nennwert %1, gezogen von %2 bis %3</translation>
    </message>
</context>
<context>
    <name>paddock::ItemPanel</name>
    <message>
        <source>Items</source>
        <translation>Dinge</translation>
    </message>
    <message>
        <source>Items of the scene</source>
        <translation>Dinge der Szene</translation>
    </message>
    <message>
        <source>Scene and car</source>
        <translation>Szene und Auto</translation>
    </message>
    <message>
        <source>Bends along</source>
        <translation>Biegt sich mit</translation>
    </message>
    <message>
        <source>Control points to both sides up to which the line follows a drag</source>
        <translation>Stützpunkte zu beiden Seiten, bis zu denen die Linie dem Ziehen folgt</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Strecke</translation>
    </message>
    <message>
        <source>Spread checkpoints</source>
        <translation>Checkpoints verteilen</translation>
    </message>
    <message>
        <source>So many checkpoints at equal distances from the finish line</source>
        <translation>So viele Checkpoints in gleichen Abständen ab der Ziellinie</translation>
    </message>
    <message>
        <source>Scale widths</source>
        <translation>Breiten ändern</translation>
    </message>
    <message>
        <source>All widths times this factor; walls follow</source>
        <translation>Alle Breiten mal diesem Faktor; Wände folgen</translation>
    </message>
    <message>
        <source>Number of checkpoints</source>
        <translation>Zahl der Checkpoints</translation>
    </message>
    <message>
        <source>Factor of all widths</source>
        <translation>Faktor aller Breiten</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>%1 to %2 %3</source>
        <translation>%1 bis %2 %3</translation>
    </message>
    <message>
        <source>Click a handle to select, drag to move. Double click or Ins adds, Del removes. Ctrl while dragging changes snapping.</source>
        <translation>Klick auf einen Griff wählt, Ziehen bewegt. Doppelklick oder Einfg fügt hinzu, Entf entfernt. Strg beim Ziehen ändert das Einrasten.</translation>
    </message>
    <message>
        <source>Drag the handles of the legs, kerbs, starts and goals, or an agent to another leg.</source>
        <translation>Ziehen Sie die Griffe der Arme, Kanten, Starts und Ziele, oder einen Agenten auf einen anderen Arm.</translation>
    </message>
    <message>
        <source>This race has no track yet.</source>
        <translation>Dieses Rennen hat noch keine Strecke.</translation>
    </message>
    <message>
        <source>A new or imported track begins a race of its own.</source>
        <translation>Eine neue oder eingelesene Strecke beginnt ein eigenes Rennen.</translation>
    </message>
    <message>
        <source>%1: %2 m round, %3 to %4 m wide, %5
%6 points on the line, %7 to bend it by. %8</source>
        <translation>%1: %2 m rundum, %3 bis %4 m breit, %5
%6 Punkte auf der Linie, %7 zum Biegen. %8</translation>
    </message>
    <message>
        <source>counter-clockwise</source>
        <translation>gegen den Uhrzeiger</translation>
    </message>
    <message>
        <source>clockwise</source>
        <translation>im Uhrzeigersinn</translation>
    </message>
    <message>
        <source>Walls follow the line.</source>
        <translation>Wände folgen der Linie.</translation>
    </message>
    <message>
        <source>Walls are drawn freely and move along.</source>
        <translation>Wände sind frei gezeichnet und gehen mit.</translation>
    </message>
    <message>
        <source>Centre line</source>
        <translation>Mittellinie</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Start slots</source>
        <translation>Startplätze</translation>
    </message>
    <message>
        <source>Walls</source>
        <translation>Wände</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Ends of legs</source>
        <translation>Enden der Arme</translation>
    </message>
    <message>
        <source>Kerbs</source>
        <translation>Kanten</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>Ecken</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Starts</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Wall %1</source>
        <translation>Wand %1</translation>
    </message>
    <message>
        <source>Space line evenly</source>
        <translation>Linie gleichmäßig teilen</translation>
    </message>
    <message>
        <source>Points of the centre line at this distance; fewer are quicker to bend</source>
        <translation>Punkte der Mittellinie in diesem Abstand; weniger biegen sich leichter</translation>
    </message>
    <message>
        <source>Distance between points of the line</source>
        <translation>Abstand der Punkte der Linie</translation>
    </message>
    <message>
        <source>Obstacles</source>
        <translation>Hindernisse</translation>
    </message>
</context>
<context>
    <name>paddock::KeyBindings</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>paddock::KeyRecorder</name>
    <message>
        <source>Click, then press a key</source>
        <translation>Klicken, dann Taste drücken</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Takes the next key that is pressed. Ctrl+Tab leaves the field.</source>
        <translation>Nimmt die nächste gedrückte Taste. Strg+Tab verlässt das Feld.</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Taste drücken</translation>
    </message>
</context>
<context>
    <name>paddock::KeysPage</name>
    <message>
        <source>Search actions and keys</source>
        <translation>Aktionen und Tasten suchen</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>Modi</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>&amp;Alle zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Take it over</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>No action is selected</source>
        <translation>Keine Aktion ausgewählt</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>%1 wegnehmen</translation>
    </message>
    <message>
        <source>“%1” in %2</source>
        <translation>„%1“ in %2</translation>
    </message>
    <message>
        <source>%1 is already %2.</source>
        <translation>%1 ist schon %2.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
</context>
<context>
    <name>paddock::KpiPlot</name>
    <message>
        <source>%1 by driver</source>
        <translation>%1 je Fahrer</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>run %1: %2 %3
click to see it again</source>
        <translation>Lauf %1: %2 %3
Klick zeigt ihn wieder</translation>
    </message>
</context>
<context>
    <name>paddock::LapList</name>
    <message>
        <source>Lap %1</source>
        <translation>Runde %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>return %1 · %2 rows</source>
        <translation>Ertrag %1 · %2 Zeilen</translation>
    </message>
    <message>
        <source>Laps</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>No laps yet.

Start driving, then press R: after a countdown everything that you drive is kept lap by lap, with its verdict.</source>
        <translation>Noch keine Runden.

Fahren Sie los und drücken Sie R: Nach einem Countdown wird alles, was Sie fahren, Runde für Runde mit seinem Urteil behalten.</translation>
    </message>
</context>
<context>
    <name>paddock::LapPanel</name>
    <message>
        <source>train on laps</source>
        <translation>mit Runden trainieren</translation>
    </message>
    <message>
        <source> laps</source>
        <translation> Runden</translation>
    </message>
    <message>
        <source>Clean laps to record</source>
        <translation>Saubere Runden, die aufgenommen werden</translation>
    </message>
    <message>
        <source>Clean laps recorded</source>
        <translation>Saubere Runden aufgenommen</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Choose the file that laps go to</source>
        <translation>Die Datei wählen, in die Runden kommen</translation>
    </message>
    <message>
        <source>Choose the file of laps</source>
        <translation>Datei der Runden wählen</translation>
    </message>
    <message>
        <source>File of laps</source>
        <translation>Datei der Runden</translation>
    </message>
    <message>
        <source>Laps (*.pdemo)</source>
        <translation>Runden (*.pdemo)</translation>
    </message>
    <message>
        <source>The file cannot take these laps</source>
        <translation>Die Datei kann diese Runden nicht aufnehmen</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgenommen</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>beiseitegelegt</translation>
    </message>
    <message>
        <source>%1
is made with the first lap</source>
        <translation>%1
entsteht mit der ersten Runde</translation>
    </message>
    <message>
        <source>Stop &amp;recording</source>
        <translation>&amp;Aufnahme beenden</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Aufnehmen</translation>
    </message>
    <message>
        <source>Set when the drive starts; F5 starts anew</source>
        <translation>Gilt ab dem Start der Fahrt; F5 beginnt von vorn</translation>
    </message>
    <message>
        <source>A recording ends after so many clean laps</source>
        <translation>Eine Aufnahme endet nach so vielen sauberen Runden</translation>
    </message>
    <message>
        <source>Start driving (F5) to record</source>
        <translation>Losfahren (F5), um aufzunehmen</translation>
    </message>
    <message>
        <source>Recording begins in a moment</source>
        <translation>Die Aufnahme beginnt gleich</translation>
    </message>
    <message>
        <source>Recording · %1 of %2 clean laps · %3 rows</source>
        <translation>Aufnahme · %1 von %2 sauberen Runden · %3 Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2 clean laps recorded</source>
        <translation>%1 von %2 sauberen Runden aufgenommen</translation>
    </message>
    <message>
        <source>Nothing is recorded; R begins</source>
        <translation>Nichts wird aufgenommen; R beginnt</translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation>Rückgängig: %1 (Strg+Z)</translation>
    </message>
    <message>
        <source>Nothing to undo (Ctrl+Z)</source>
        <translation>Nichts rückgängig zu machen (Strg+Z)</translation>
    </message>
    <message>
        <source>Stop re&amp;play</source>
        <translation>Wieder&amp;gabe beenden</translation>
    </message>
    <message>
        <source>Re&amp;play</source>
        <translation>Wieder&amp;geben</translation>
    </message>
    <message>
        <source>Keep only the part between the two handles</source>
        <translation>Nur den Teil zwischen den beiden Griffen behalten</translation>
    </message>
    <message>
        <source>Drag the handles of the time line inwards first</source>
        <translation>Ziehen Sie zuerst die Griffe der Zeitleiste nach innen</translation>
    </message>
    <message>
        <source>A training run is active: stop it to train on these laps.</source>
        <translation>Ein Lauf ist aktiv: Beenden Sie ihn, um mit diesen Runden zu trainieren.</translation>
    </message>
    <message>
        <source>There must be a lap to train on.</source>
        <translation>Zum Trainieren muss es eine Runde geben.</translation>
    </message>
    <message>
        <source>The document cannot be set up</source>
        <translation>Das Dokument lässt sich nicht einrichten</translation>
    </message>
    <message>
        <source>Laps: %1, clean: %2. A policy can begin by imitating them.</source>
        <translation>Runden: %1, sauber: %2. Eine Policy kann damit beginnen, sie nachzuahmen.</translation>
    </message>
</context>
<context>
    <name>paddock::LapPathView</name>
    <message>
        <source>Way of the lap</source>
        <translation>Weg der Runde</translation>
    </message>
    <message>
        <source>This lap was kept without its way</source>
        <translation>Diese Runde wurde ohne ihren Weg behalten</translation>
    </message>
    <message>
        <source>Select a lap to look at it</source>
        <translation>Wählen Sie eine Runde, um sie anzusehen</translation>
    </message>
</context>
<context>
    <name>paddock::LapShelf</name>
    <message>
        <source>The lap cannot be read</source>
        <translation>Die Runde ist nicht lesbar</translation>
    </message>
    <message>
        <source>The laps cannot be kept</source>
        <translation>Die Runden lassen sich nicht behalten</translation>
    </message>
    <message>
        <source>The laps could not be changed</source>
        <translation>Die Runden ließen sich nicht ändern</translation>
    </message>
</context>
<context>
    <name>paddock::LapTimeline</name>
    <message>
        <source>Position in the lap</source>
        <translation>Stelle in der Runde</translation>
    </message>
    <message>
        <source>Drag the bar to look through the lap; drag the two handles around the part that Trim keeps.
Left and Right step, Home and End jump, Shift moves the handle nearer to the cursor.</source>
        <translation>Ziehen Sie den Balken, um die Runde durchzusehen; ziehen Sie die beiden Griffe um den Teil, den Kürzen behält.
Links und Rechts gehen schrittweise, Pos1 und Ende springen, Umschalt bewegt den näheren Griff.</translation>
    </message>
</context>
<context>
    <name>paddock::LessonGuide</name>
    <message>
        <source>The lesson “%1” cannot begin</source>
        <translation>Die Lektion „%1“ kann nicht beginnen</translation>
    </message>
</context>
<context>
    <name>paddock::LessonPanel</name>
    <message>
        <source>Steps of the lesson</source>
        <translation>Schritte der Lektion</translation>
    </message>
    <message>
        <source>Leave the lesson; document and run stay as they are</source>
        <translation>Die Lektion verlassen; Dokument und Lauf bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>Die Lektion verlassen</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Point at what this step is about</source>
        <translation>Zeigen, worum es in diesem Schritt geht</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Geschafft.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
</context>
<context>
    <name>paddock::LessonWatch</name>
    <message>
        <source>Clean laps: %1 of %2</source>
        <translation>Saubere Runden: %1 von %2</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>Now %1: %2. Wanted: %3</source>
        <translation>Jetzt %1: %2. Gesucht: %3</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
</context>
<context>
    <name>paddock::LookPage</name>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>From the next start on. Numbers keep their point.</source>
        <translation>Ab dem nächsten Start. Zahlen behalten ihren Punkt.</translation>
    </message>
    <message>
        <source>Size of type</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>100 % is the size that the system asks for.</source>
        <translation>100 % ist die Größe, die das System vorgibt.</translation>
    </message>
    <message>
        <source>Size of type in percent</source>
        <translation>Schriftgröße in Prozent</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>paddock::MainWindow</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Felder</translation>
    </message>
    <message>
        <source>The run cannot go on</source>
        <translation>Der Lauf kann nicht weitergehen</translation>
    </message>
    <message>
        <source>Behavioural cloning of the laps is on; F5 trains</source>
        <translation>Verhaltensklonen der Runden ist an; F5 trainiert</translation>
    </message>
    <message>
        <source>About Paddock</source>
        <translation>Über Paddock</translation>
    </message>
    <message>
        <source>The settings file was damaged and has been set aside</source>
        <translation>Die Datei der Einstellungen war beschädigt und wurde beiseitegelegt</translation>
    </message>
    <message>
        <source>Recovered %1; it is not saved yet</source>
        <translation>%1 wiederhergestellt; noch nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 cannot be recovered</source>
        <translation>%1 lässt sich nicht wiederherstellen</translation>
    </message>
    <message>
        <source>The document cannot be trained yet</source>
        <translation>Mit dem Dokument kann noch nicht trainiert werden</translation>
    </message>
    <message>
        <source>Reference curves</source>
        <translation>Vergleichskurven</translation>
    </message>
    <message>
        <source>Curves (*.csv)</source>
        <translation>Kurven (*.csv)</translation>
    </message>
    <message>
        <source>The curves cannot be read</source>
        <translation>Die Kurven sind nicht lesbar</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Save screenshot</source>
        <translation>Bildschirmfoto speichern</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Writing a checkpoint, then closing</source>
        <translation>Schreibt einen Checkpoint und schließt dann</translation>
    </message>
    <message>
        <source>Trained; the policy is kept in %1</source>
        <translation>Trainiert; die Policy liegt in %1</translation>
    </message>
    <message>
        <source>Evaluate it</source>
        <translation>Auswerten</translation>
    </message>
</context>
<context>
    <name>paddock::ModeBar</name>
    <message>
        <source>Modes</source>
        <translation>Modi</translation>
    </message>
</context>
<context>
    <name>paddock::OpponentBox</name>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Ghost of a lap</source>
        <translation>Geist einer Runde</translation>
    </message>
    <message>
        <source>Follow the gap</source>
        <translation>Der Lücke nach</translation>
    </message>
    <message>
        <source>Disparity extender</source>
        <translation>Disparity Extender</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>Opponent</source>
        <translation>Gegner</translation>
    </message>
    <message>
        <source>Who else is on the track</source>
        <translation>Wer sonst auf der Strecke ist</translation>
    </message>
    <message>
        <source>Lap</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>Needs LIDAR: for races</source>
        <translation>Braucht LIDAR: für Rennen</translation>
    </message>
    <message>
        <source>Best clean lap</source>
        <translation>Beste saubere Runde</translation>
    </message>
    <message>
        <source>Lap %1 · %2 s · %3</source>
        <translation>Runde %1 · %2 s · %3</translation>
    </message>
    <message>
        <source>No runs in %1 yet</source>
        <translation>Noch keine Läufe in %1</translation>
    </message>
    <message>
        <source>Policy file…</source>
        <translation>Policy-Datei…</translation>
    </message>
    <message>
        <source>Run or checkpoint folder…</source>
        <translation>Ordner eines Laufs oder Checkpoints…</translation>
    </message>
    <message>
        <source>Policies (*.onnx)</source>
        <translation>Policies (*.onnx)</translation>
    </message>
    <message>
        <source>Run or checkpoint</source>
        <translation>Lauf oder Checkpoint</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>There is no clean lap yet to race against.</source>
        <translation>Es gibt noch keine saubere Runde als Gegner.</translation>
    </message>
    <message>
        <source>Choose a run or a policy file.</source>
        <translation>Wählen Sie einen Lauf oder eine Policy-Datei.</translation>
    </message>
    <message>
        <source>Drives through you, at the pace of that lap.</source>
        <translation>Fährt durch Sie hindurch, im Tempo jener Runde.</translation>
    </message>
    <message>
        <source>That lap is not there any more.</source>
        <translation>Diese Runde gibt es nicht mehr.</translation>
    </message>
</context>
<context>
    <name>paddock::OverlayButtons</name>
    <message>
        <source>More overlays</source>
        <translation>Mehr Einblendungen</translation>
    </message>
    <message>
        <source>More overlays, and maps of the policy over the road</source>
        <translation>Mehr Einblendungen und Karten der Policy über der Straße</translation>
    </message>
</context>
<context>
    <name>paddock::ParameterForm</name>
    <message>
        <source>Search parameters (Ctrl+F)</source>
        <translation>Parameter suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Search parameters</source>
        <translation>Parameter suchen</translation>
    </message>
    <message>
        <source>No parameter has these words in its name, symbol or help.</source>
        <translation>Kein Parameter hat diese Wörter im Namen, Symbol oder in der Hilfe.</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>A run is active: only fields marked “live” can change. Stop it to edit the others.</source>
        <translation>Ein Lauf ist aktiv: Nur Felder mit der Marke „live“ können sich ändern. Beenden Sie ihn, um die anderen zu bearbeiten.</translation>
    </message>
    <message>
        <source>Only what differs from the preset</source>
        <translation>Nur was von der Vorlage abweicht</translation>
    </message>
    <message>
        <source>Show only the %1 fields that differ from the preset “%2”</source>
        <translation>Nur die %1 Felder zeigen, die von der Vorlage „%2“ abweichen</translation>
    </message>
    <message>
        <source>Nothing differs from the preset “%1” here.</source>
        <translation>Hier weicht nichts von der Vorlage „%1“ ab.</translation>
    </message>
</context>
<context>
    <name>paddock::PerformancePage</name>
    <message>
        <source>Performance</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>All %1 cores</source>
        <translation>Alle %1 Kerne</translation>
    </message>
    <message>
        <source>Up to 30 pictures a second</source>
        <translation>Bis zu 30 Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Workers that step the worlds, from the next run on. The result of a run is the same with any number.</source>
        <translation>Arbeiter, die die Welten rechnen, ab dem nächsten Lauf. Das Ergebnis eines Laufs ist mit jeder Zahl dasselbe.</translation>
    </message>
    <message>
        <source>Smooth motion</source>
        <translation>Flüssige Bewegung</translation>
    </message>
    <message>
        <source>Without a graphics card, pictures take time from training; otherwise it changes nothing.</source>
        <translation>Ohne Grafikkarte kosten Bilder das Training Zeit; sonst ändert es nichts.</translation>
    </message>
</context>
<context>
    <name>paddock::PictureCanvas</name>
    <message>
        <source>OpenGL 3.3 is not available on this display.</source>
        <translation>OpenGL 3.3 gibt es auf diesem Bildschirm nicht.</translation>
    </message>
</context>
<context>
    <name>paddock::PlanCanvas</name>
    <message>
        <source>Plan of the scene</source>
        <translation>Plan der Szene</translation>
    </message>
    <message>
        <source>%1 drawn cars after %2 s, throttle %3, steering %4</source>
        <translation>%1 gezogene Autos nach %2 s, Gas %3, Lenkung %4</translation>
    </message>
    <message>
        <source>%1 m   Δx %2   Δy %3   %4°</source>
        <translation>%1 m   Δx %2   Δy %3   %4°</translation>
    </message>
    <message>
        <source>snaps to %1 m</source>
        <translation>rastet auf %1 m</translation>
    </message>
    <message>
        <source>no snapping</source>
        <translation>kein Einrasten</translation>
    </message>
    <message>
        <source>A run is active: stop it to edit the scene</source>
        <translation>Ein Lauf ist aktiv: Beenden Sie ihn, um die Szene zu bearbeiten</translation>
    </message>
    <message>
        <source>This race has no track yet: Scene &gt; New track, or Import</source>
        <translation>Dieses Rennen hat noch keine Strecke: Szene &gt; Neue Strecke oder Einlesen</translation>
    </message>
</context>
<context>
    <name>paddock::PlanModel</name>
    <message>
        <source>Unsaved plan</source>
        <translation>Nicht gespeicherter Plan</translation>
    </message>
</context>
<context>
    <name>paddock::PlanPanel</name>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>laps</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Add a driver</source>
        <translation>Einen Fahrer hinzufügen</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Add a scenario</source>
        <translation>Ein Szenario hinzufügen</translation>
    </message>
    <message>
        <source>The open document</source>
        <translation>Das offene Dokument</translation>
    </message>
    <message>
        <source>Document…</source>
        <translation>Dokument…</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Scenarios (*.json)</source>
        <translation>Szenarien (*.json)</translation>
    </message>
    <message>
        <source>Degrees of randomization</source>
        <translation>Grade der Randomisierung</translation>
    </message>
    <message>
        <source>NDR</source>
        <translation>NDR</translation>
    </message>
    <message>
        <source>LDR</source>
        <translation>LDR</translation>
    </message>
    <message>
        <source>HDR</source>
        <translation>HDR</translation>
    </message>
    <message>
        <source>Randomization of degree %1</source>
        <translation>Randomisierung vom Grad %1</translation>
    </message>
    <message>
        <source>the document&apos;s own</source>
        <translation>wie im Dokument</translation>
    </message>
    <message>
        <source>Degrees</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>Degrees ξ, separated by commas; empty: the document&apos;s own</source>
        <translation>Grade ξ, durch Kommas getrennt; leer: wie im Dokument</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Change the number of runs</source>
        <translation>Die Zahl der Läufe ändern</translation>
    </message>
    <message>
        <source>Change the laps</source>
        <translation>Die Runden ändern</translation>
    </message>
    <message>
        <source>document&apos;s</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Change the seed</source>
        <translation>Den Startwert ändern</translation>
    </message>
    <message>
        <source>none: drives all places</source>
        <translation>keiner: fährt alle Plätze</translation>
    </message>
    <message>
        <source>Change the opponent</source>
        <translation>Den Gegner ändern</translation>
    </message>
    <message>
        <source>Race alone</source>
        <translation>Allein fahren</translation>
    </message>
    <message>
        <source>Start at the slots</source>
        <translation>Von den Startplätzen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Run i of every driver begins from the same seed</source>
        <translation>Lauf i jedes Fahrers beginnt mit demselben Startwert</translation>
    </message>
    <message>
        <source>Races</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>Laps of a run</source>
        <translation>Runden eines Laufs</translation>
    </message>
    <message>
        <source>Opponent</source>
        <translation>Gegner</translation>
    </message>
    <message>
        <source>Drives all places but the first: a built-in driver&apos;s name, an .onnx file, a run or a checkpoint</source>
        <translation>Fährt alle Plätze außer dem ersten: Name eines eingebauten Fahrers, eine .onnx-Datei, ein Lauf oder ein Checkpoint</translation>
    </message>
    <message>
        <source>One car alone</source>
        <translation>Ein Auto allein</translation>
    </message>
    <message>
        <source>From the start slots</source>
        <translation>Von den Startplätzen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Change the degrees</source>
        <translation>Die Grade ändern</translation>
    </message>
    <message>
        <source>Run or checkpoint folder…</source>
        <translation>Ordner eines Laufs oder Checkpoints…</translation>
    </message>
    <message>
        <source>Run or checkpoint</source>
        <translation>Lauf oder Checkpoint</translation>
    </message>
    <message>
        <source>Policy file…</source>
        <translation>Policy-Datei…</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>Policies (*.onnx)</source>
        <translation>Policies (*.onnx)</translation>
    </message>
    <message>
        <source>Recorded laps…</source>
        <translation>Aufgenommene Runden…</translation>
    </message>
    <message>
        <source>Recorded laps</source>
        <translation>Aufgenommene Runden</translation>
    </message>
    <message>
        <source>Laps (*.pdemo)</source>
        <translation>Runden (*.pdemo)</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>jetzt offen</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Nobody to judge yet.</source>
        <translation>Noch niemand zu beurteilen.</translation>
    </message>
    <message>
        <source>Nowhere to drive yet.</source>
        <translation>Noch nichts zu fahren.</translation>
    </message>
    <message>
        <source>Runs each</source>
        <translation>Läufe je Fall</translation>
    </message>
    <message>
        <source>Of each driver in each scenario at each degree. The published work has 16</source>
        <translation>Jedes Fahrers in jedem Szenario bei jedem Grad. Die Veröffentlichung hat 16</translation>
    </message>
</context>
<context>
    <name>paddock::PlotBar</name>
    <message>
        <source>Smoothing of the curves</source>
        <translation>Glättung der Kurven</translation>
    </message>
    <message>
        <source>Weight of the exponential moving average, debiased at the start.
The faint curve is the raw one.</source>
        <translation>Gewicht des exponentiellen gleitenden Mittels, am Anfang korrigiert.
Die blasse Kurve ist die rohe.</translation>
    </message>
    <message>
        <source>Smoothing %1</source>
        <translation>Glättung %1</translation>
    </message>
    <message>
        <source>Each run</source>
        <translation>Jeder Lauf</translation>
    </message>
    <message>
        <source>Mean and band</source>
        <translation>Mittel und Band</translation>
    </message>
    <message>
        <source>How runs that differ only by their seed are shown</source>
        <translation>Wie Läufe gezeigt werden, die sich nur im Startwert unterscheiden</translation>
    </message>
    <message>
        <source>Runs of the same document with other seeds:
each by itself, or their mean in a band from the least to the greatest.</source>
        <translation>Läufe desselben Dokuments mit anderen Startwerten:
jeder für sich oder ihr Mittel in einem Band vom kleinsten zum größten.</translation>
    </message>
    <message>
        <source>What the x axis of the plots counts</source>
        <translation>Was die x-Achse der Diagramme zählt</translation>
    </message>
    <message>
        <source>What all plots count along their x axis.</source>
        <translation>Was alle Diagramme entlang der x-Achse zählen.</translation>
    </message>
</context>
<context>
    <name>paddock::PlotLegend</name>
    <message>
        <source>Lines of the plots: %1</source>
        <translation>Linien der Diagramme: %1</translation>
    </message>
</context>
<context>
    <name>paddock::PlotPanel</name>
    <message>
        <source>group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>dieser Lauf</translation>
    </message>
    <message>
        <source>Note at this step…</source>
        <translation>Notiz bei diesem Schritt…</translation>
    </message>
    <message>
        <source>Remove the note</source>
        <translation>Die Notiz entfernen</translation>
    </message>
    <message>
        <source>Logarithmic values</source>
        <translation>Logarithmische Werte</translation>
    </message>
    <message>
        <source>Logarithmic x axis of all plots</source>
        <translation>Logarithmische x-Achse aller Diagramme</translation>
    </message>
    <message>
        <source>Bands of one standard deviation</source>
        <translation>Bänder von einer Standardabweichung</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save this plot</source>
        <translation>Dieses Diagramm speichern</translation>
    </message>
    <message>
        <source>Save all plots</source>
        <translation>Alle Diagramme speichern</translation>
    </message>
    <message>
        <source>Pictures on white</source>
        <translation>Bilder auf Weiß</translation>
    </message>
    <message>
        <source>As %1…</source>
        <translation>Als %1…</translation>
    </message>
    <message>
        <source>curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Save plots</source>
        <translation>Diagramme speichern</translation>
    </message>
    <message>
        <source>Notes belong to a run: start one, or show one alone.</source>
        <translation>Notizen gehören zu einem Lauf: Starten Sie einen, oder zeigen Sie einen allein.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note at %1 steps:</source>
        <translation>Notiz bei %1 Schritten:</translation>
    </message>
</context>
<context>
    <name>paddock::PolarRanges</name>
    <message>
        <source>LIDAR: %1</source>
        <translation>LIDAR: %1</translation>
    </message>
    <message>
        <source>no ranges</source>
        <translation>keine Abstände</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>voraus</translation>
    </message>
    <message>
        <source>%1° left</source>
        <translation>%1° links</translation>
    </message>
    <message>
        <source>%1° right</source>
        <translation>%1° rechts</translation>
    </message>
    <message>
        <source>nothing within %1 m</source>
        <translation>nichts innerhalb von %1 m</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>nearest %1</source>
        <translation>nächster %1</translation>
    </message>
    <message>
        <source>Ranges of the LIDAR, ahead is up. Distances are drawn as square roots, so that what is near shows. Lines: how much the chosen action depends on a ray; blue, farther makes it more likely; orange, less.
Point at a ray, or press Left and Right, for its value.</source>
        <translation>Abstände des LIDAR, voraus ist oben. Gezeichnet sind Quadratwurzeln, damit man Nahes sieht. Linien: wie sehr die gewählte Aktion von einem Strahl abhängt; blau: ferner macht sie wahrscheinlicher; orange: weniger.
Zeigen Sie auf einen Strahl oder drücken Sie Links und Rechts für seinen Wert.</translation>
    </message>
    <message>
        <source>, ∂ %1 /m</source>
        <translation>, ∂ %1 /m</translation>
    </message>
</context>
<context>
    <name>paddock::ProblemPanel</name>
    <message>
        <source>Problems of the scene</source>
        <translation>Probleme der Szene</translation>
    </message>
    <message>
        <source>Nothing is wrong: this can be trained and driven.</source>
        <translation>Nichts ist falsch: Damit kann man trainieren und fahren.</translation>
    </message>
    <message>
        <source>Can be trained and driven; %1 to know.</source>
        <translation>Man kann trainieren und fahren; %1 zu wissen.</translation>
    </message>
    <message>
        <source>%1 to mend before training, %2 to know.</source>
        <translation>%1 vor dem Training zu beheben, %2 zu wissen.</translation>
    </message>
</context>
<context>
    <name>paddock::ProgressStrip</name>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Agent steps of the run / in all</source>
        <translation>Agentenschritte des Laufs / insgesamt</translation>
    </message>
    <message>
        <source>episodes</source>
        <translation>Episoden</translation>
    </message>
    <message>
        <source>Episodes that ended</source>
        <translation>Beendete Episoden</translation>
    </message>
    <message>
        <source>success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Of the last 200 episodes</source>
        <translation>Der letzten 200 Episoden</translation>
    </message>
    <message>
        <source>return</source>
        <translation>Ertrag</translation>
    </message>
    <message>
        <source>Mean of the last 200 episodes</source>
        <translation>Mittel der letzten 200 Episoden</translation>
    </message>
    <message>
        <source>steps/s</source>
        <translation>Schritte/s</translation>
    </message>
    <message>
        <source>Agent steps a second, over the last second</source>
        <translation>Agentenschritte pro Sekunde, über die letzte Sekunde</translation>
    </message>
    <message>
        <source>elapsed</source>
        <translation>vergangen</translation>
    </message>
    <message>
        <source>Wall time while running</source>
        <translation>Uhrzeit, während der Lauf lief</translation>
    </message>
    <message>
        <source>left</source>
        <translation>übrig</translation>
    </message>
    <message>
        <source>Estimated wall time until the last step</source>
        <translation>Geschätzte Uhrzeit bis zum letzten Schritt</translation>
    </message>
</context>
<context>
    <name>paddock::RaceCard</name>
    <message>
        <source>Laps</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Completed in this episode</source>
        <translation>In dieser Episode vollendet</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>The next one, of those of a lap</source>
        <translation>Der nächste, von denen einer Runde</translation>
    </message>
    <message>
        <source>This lap</source>
        <translation>Diese Runde</translation>
    </message>
    <message>
        <source>Time since the lap began</source>
        <translation>Zeit seit Beginn der Runde</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzte</translation>
    </message>
    <message>
        <source>Time of the last whole lap</source>
        <translation>Zeit der letzten ganzen Runde</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Beste</translation>
    </message>
    <message>
        <source>Fastest lap of this car so far</source>
        <translation>Bisher schnellste Runde dieses Autos</translation>
    </message>
    <message>
        <source>⚠ Wrong way</source>
        <translation>⚠ Falsche Richtung</translation>
    </message>
</context>
<context>
    <name>paddock::RandomizationBar</name>
    <message>
        <source>No domain randomization (ξ = 0)</source>
        <translation>Keine Randomisierung (ξ = 0)</translation>
    </message>
    <message>
        <source>Low domain randomization (ξ = 1)</source>
        <translation>Niedrige Randomisierung (ξ = 1)</translation>
    </message>
    <message>
        <source>High domain randomization (ξ = 2)</source>
        <translation>Hohe Randomisierung (ξ = 2)</translation>
    </message>
    <message>
        <source>Degree of domain randomization; may change while a run trains</source>
        <translation>Grad der Randomisierung; darf sich ändern, während ein Lauf trainiert</translation>
    </message>
    <message>
        <source>Degree of domain randomization</source>
        <translation>Grad der Randomisierung</translation>
    </message>
</context>
<context>
    <name>paddock::RandomizationPanel</name>
    <message>
        <source>Degree of domain randomization</source>
        <translation>Grad der Randomisierung</translation>
    </message>
    <message>
        <source>Ghost cars of the drawn samples</source>
        <translation>Geisterautos der Ziehungen</translation>
    </message>
    <message>
        <source>Where cars with drawn dynamics go from the selected start</source>
        <translation>Wohin Autos mit gezogener Dynamik vom gewählten Start fahren</translation>
    </message>
    <message>
        <source>Degree of randomization</source>
        <translation>Grad der Randomisierung</translation>
    </message>
</context>
<context>
    <name>paddock::RecentList</name>
    <message>
        <source>Documents that you open will be listed here.</source>
        <translation>Dokumente, die Sie öffnen, stehen dann hier.</translation>
    </message>
    <message>
        <source>Take %1 off this list; the file stays</source>
        <translation>%1 von dieser Liste nehmen; die Datei bleibt</translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <translation>%1 von der Liste nehmen</translation>
    </message>
</context>
<context>
    <name>paddock::ReplayBox</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>keeps %1 s</source>
        <translation>behält %1 s</translation>
    </message>
</context>
<context>
    <name>paddock::ReplayPage</name>
    <message>
        <source>Moment of the run</source>
        <translation>Moment des Laufs</translation>
    </message>
    <message>
        <source>From above</source>
        <translation>Von oben</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Scene of the run</source>
        <translation>Szene des Laufs</translation>
    </message>
    <message>
        <source>%1 s of %2 s</source>
        <translation>%1 s von %2 s</translation>
    </message>
</context>
<context>
    <name>paddock::ResultsView</name>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Scenario and degree</source>
        <translation>Szenario und Grad</translation>
    </message>
    <message>
        <source>Runs done</source>
        <translation>Fertige Läufe</translation>
    </message>
    <message>
        <source>Who drives best?</source>
        <translation>Wer fährt am besten?</translation>
    </message>
    <message>
        <source>Choose drivers, scenarios and degrees of randomization at the left, then start. Every driver meets the same runs, so that they are compared run by run.</source>
        <translation>Wählen Sie links Fahrer, Szenarien und Grade der Randomisierung, dann starten Sie. Jeder Fahrer trifft dieselben Läufe, sodass sie Lauf für Lauf verglichen werden.</translation>
    </message>
    <message>
        <source>Judge the newest run on the open document</source>
        <translation>Den neuesten Lauf auf dem offenen Dokument beurteilen</translation>
    </message>
    <message>
        <source>Beside the built-in drivers, 16 runs each</source>
        <translation>Neben den eingebauten Fahrern, je 16 Läufe</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Paired differences</source>
        <translation>Paarweise Unterschiede</translation>
    </message>
    <message>
        <source>Paired differences, with 95 % intervals</source>
        <translation>Paarweise Unterschiede mit 95-%-Intervallen</translation>
    </message>
    <message>
        <source>Boxes span the quartiles, the thick line is the median, whiskers end at the last run within 1.5 box heights. The diamond is the mean with its 95 % interval: Wilson&apos;s for rates, Student&apos;s else. Each mark is a run; a click shows it again.</source>
        <translation>Kästen reichen über die Quartile, die dicke Linie ist der Median, Antennen enden am letzten Lauf innerhalb von 1.5 Kastenhöhen. Die Raute ist das Mittel mit seinem 95-%-Intervall: nach Wilson für Raten, sonst nach Student. Jede Marke ist ein Lauf; ein Klick zeigt ihn wieder.</translation>
    </message>
    <message>
        <source>opening drivers</source>
        <translation>öffnet Fahrer</translation>
    </message>
    <message>
        <source>simulating the run again</source>
        <translation>rechnet den Lauf noch einmal</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>endet</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 von %2 Läufen</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>%1 (as driven)</source>
        <translation>%1 (wie gefahren)</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>Clear of zero</source>
        <translation>Klar von null</translation>
    </message>
    <message>
        <source>%1 − %2</source>
        <translation>%1 − %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>paddock::RewardView</name>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>paddock::RunController</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
</context>
<context>
    <name>paddock::RunOpener</name>
    <message>
        <source>Stop the run that is training first</source>
        <translation>Beenden Sie zuerst den Lauf, der trainiert</translation>
    </message>
    <message>
        <source>%1 cannot be opened</source>
        <translation>%1 lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Opened run %1</source>
        <translation>Lauf %1 geöffnet</translation>
    </message>
    <message>
        <source>%1 cannot go on</source>
        <translation>%1 kann nicht weitergehen</translation>
    </message>
</context>
<context>
    <name>paddock::RunPanel</name>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
    <message>
        <source>Search runs, tags, notes</source>
        <translation>Läufe, Marken, Notizen suchen</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Läufe suchen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose the columns</source>
        <translation>Die Spalten wählen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Hide this notice</source>
        <translation>Diesen Hinweis ausblenden</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 Lauf</translation>
    </message>
    <message>
        <source> · %1 archived</source>
        <translation> · %1 archiviert</translation>
    </message>
    <message>
        <source>Stop &amp;comparing</source>
        <translation>&amp;Vergleich beenden</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Take out of the &amp;archive</source>
        <translation>Aus dem &amp;Archiv nehmen</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>&amp;Archivieren</translation>
    </message>
    <message>
        <source>Last change: %1</source>
        <translation>Letzte Änderung: %1</translation>
    </message>
    <message>
        <source>take %1 out of the archive</source>
        <translation>%1 aus dem Archiv nehmen</translation>
    </message>
    <message>
        <source>archive %1</source>
        <translation>%1 archivieren</translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation>%1 löschen</translation>
    </message>
</context>
<context>
    <name>paddock::RunStore</name>
    <message>
        <source>The notes cannot be saved</source>
        <translation>Die Notizen lassen sich nicht speichern</translation>
    </message>
    <message>
        <source>The run cannot be deleted</source>
        <translation>Der Lauf lässt sich nicht löschen</translation>
    </message>
    <message>
        <source>This cannot be taken back</source>
        <translation>Das lässt sich nicht zurücknehmen</translation>
    </message>
</context>
<context>
    <name>paddock::RunTable</name>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1 von %2 Schritten</translation>
    </message>
    <message>
        <source>tags of %1</source>
        <translation>Marken von %1</translation>
    </message>
    <message>
        <source>note of %1</source>
        <translation>Notiz von %1</translation>
    </message>
</context>
<context>
    <name>paddock::RunToolBar</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>Speed to hold: simulated time of a world / wall time (- and =)</source>
        <translation>Zu haltendes Tempo: simulierte Zeit einer Welt / Uhrzeit (- und =)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Achieved real-time factor: simulated time of a world / wall time</source>
        <translation>Erreichter Echtzeitfaktor: simulierte Zeit einer Welt / Uhrzeit</translation>
    </message>
    <message>
        <source>Achieved real-time factor</source>
        <translation>Erreichter Echtzeitfaktor</translation>
    </message>
    <message>
        <source>real time</source>
        <translation>Echtzeit</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Locked while a run is active</source>
        <translation>Gesperrt, solange ein Lauf aktiv ist</translation>
    </message>
    <message>
        <source>Values where the document says nothing else</source>
        <translation>Werte, wo das Dokument nichts anderes sagt</translation>
    </message>
</context>
<context>
    <name>paddock::RunView</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Click to sort, drag to move, right click to choose columns</source>
        <translation>Klick sortiert, Ziehen verschiebt, Rechtsklick wählt Spalten</translation>
    </message>
    <message>
        <source>Columns of the start</source>
        <translation>Spalten des Anfangs</translation>
    </message>
    <message>
        <source>Looking for runs…</source>
        <translation>Sucht Läufe…</translation>
    </message>
    <message>
        <source>All runs are archived.

Runs &gt; Show archived brings them here.</source>
        <translation>Alle Läufe sind archiviert.

Läufe &gt; Archivierte zeigen holt sie hierher.</translation>
    </message>
    <message>
        <source>No run has all of these words.</source>
        <translation>Kein Lauf hat alle diese Wörter.</translation>
    </message>
    <message>
        <source>No runs yet.

F5 trains the open document; every training is kept as a run in
%1</source>
        <translation>Noch keine Läufe.

F5 trainiert das offene Dokument; jedes Training wird als Lauf behalten in
%1</translation>
    </message>
</context>
<context>
    <name>paddock::SampleHistogram</name>
    <message>
        <source>Drawn from %1 to %2 %3</source>
        <translation>Gezogen von %1 bis %2 %3</translation>
    </message>
    <message>
        <source>Always %1 %2</source>
        <translation>Immer %1 %2</translation>
    </message>
    <message>
        <source>always %1 %2</source>
        <translation>immer %1 %2</translation>
    </message>
</context>
<context>
    <name>paddock::ScenarioMode</name>
    <message>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Domain randomization</source>
        <translation>Randomisierung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>New track %1</source>
        <translation>Neue Strecke %1</translation>
    </message>
    <message>
        <source>Import a track</source>
        <translation>Eine Strecke einlesen</translation>
    </message>
    <message>
        <source>Maps, centre lines and tracks (*.yaml *.yml *.csv *.json)</source>
        <translation>Karten, Mittellinien und Strecken (*.yaml *.yml *.csv *.json)</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 einlesen</translation>
    </message>
    <message>
        <source>Stop the run before changing the track</source>
        <translation>Beenden Sie den Lauf, bevor Sie die Strecke ändern</translation>
    </message>
</context>
<context>
    <name>paddock::SceneEditor</name>
    <message>
        <source>A run is active: the scene stays as it is. Stop it to edit</source>
        <translation>Ein Lauf ist aktiv: Die Szene bleibt, wie sie ist. Beenden Sie ihn zum Bearbeiten</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 bewegen</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>%1 setzen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>%1 is needed</source>
        <translation>%1 wird gebraucht</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Smooth around %1</source>
        <translation>Um %1 glätten</translation>
    </message>
    <message>
        <source>Smooth the line</source>
        <translation>Die Linie glätten</translation>
    </message>
    <message>
        <source>Reverse the track</source>
        <translation>Die Strecke umkehren</translation>
    </message>
    <message>
        <source>Scale the widths</source>
        <translation>Die Breiten ändern</translation>
    </message>
    <message>
        <source>Spread the checkpoints</source>
        <translation>Die Checkpoints verteilen</translation>
    </message>
    <message>
        <source>Space the line evenly</source>
        <translation>Die Linie gleichmäßig teilen</translation>
    </message>
    <message>
        <source>An obstacle stands on the road, between its edges</source>
        <translation>Ein Hindernis steht auf der Fahrbahn, zwischen ihren Rändern</translation>
    </message>
    <message>
        <source>Nothing more can be added here</source>
        <translation>Hier lässt sich nichts mehr hinzufügen</translation>
    </message>
</context>
<context>
    <name>paddock::ScenePainter</name>
    <message>
        <source>Open a scenario or start a run: its worlds appear here.</source>
        <translation>Öffnen Sie ein Szenario oder starten Sie einen Lauf: Seine Welten erscheinen hier.</translation>
    </message>
    <message>
        <source>OpenGL 3.3 is not available on this display.</source>
        <translation>OpenGL 3.3 gibt es auf diesem Bildschirm nicht.</translation>
    </message>
    <message>
        <source>A picture of %1x%2 pixels is more than this display can draw.</source>
        <translation>Ein Bild von %1x%2 Pixeln ist mehr, als dieser Bildschirm zeichnen kann.</translation>
    </message>
</context>
<context>
    <name>paddock::ScenePanel</name>
    <message>
        <source>%1 s   %2x real time   %3 frames/s</source>
        <translation>%1 s   %2x Echtzeit   %3 Bilder/s</translation>
    </message>
    <message>
        <source>you drive A%1</source>
        <translation>Sie fahren A%1</translation>
    </message>
    <message>
        <source>World %1   Agent %2   %3</source>
        <translation>Welt %1   Agent %2   %3</translation>
    </message>
    <message>
        <source>episode step %1   return %2</source>
        <translation>Schritt der Episode %1   Ertrag %2</translation>
    </message>
    <message>
        <source>Scene of all worlds</source>
        <translation>Szene aller Welten</translation>
    </message>
    <message>
        <source>&lt;p style=&apos;font-size:x-large&apos;&gt;Render off&lt;/p&gt;&lt;p&gt;Training goes on; no pictures are made of it.&lt;br&gt;Ctrl+R shows the worlds again.&lt;/p&gt;</source>
        <translation>&lt;p style=&apos;font-size:x-large&apos;&gt;Darstellung aus&lt;/p&gt;&lt;p&gt;Das Training geht weiter; es entstehen keine Bilder davon.&lt;br&gt;Strg+R zeigt die Welten wieder.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Picked world</source>
        <translation>Gewählte Welt</translation>
    </message>
    <message>
        <source>Picked agent</source>
        <translation>Gewählter Agent</translation>
    </message>
    <message>
        <source>World</source>
        <translation>Welt</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>you drive A%1 of world %2</source>
        <translation>Sie fahren A%1 in Welt %2</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>%1 m/s   throttle %2 of %3   steer %4° of %5°</source>
        <translation>%1 m/s   Gas %2 von %3   Lenkung %4° von %5°</translation>
    </message>
    <message>
        <source>nothing paid yet</source>
        <translation>noch nichts gezahlt</translation>
    </message>
    <message>
        <source>policy@%1</source>
        <translation>Policy@%1</translation>
    </message>
    <message>
        <source>collisions %1</source>
        <translation>Kollisionen %1</translation>
    </message>
</context>
<context>
    <name>paddock::SceneView</name>
    <message>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>All worlds as tiles. Click a car to pick it, double click a tile to enlarge it, Escape shows all again.</source>
        <translation>Alle Welten als Kacheln. Klick wählt ein Auto, Doppelklick vergrößert eine Kachel, Escape zeigt wieder alle.</translation>
    </message>
    <message>
        <source>%1

Training, plots and everything else work without the scene.</source>
        <translation>%1

Training, Diagramme und alles andere gehen auch ohne die Szene.</translation>
    </message>
</context>
<context>
    <name>paddock::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Leistung</translation>
    </message>
</context>
<context>
    <name>paddock::ShareBar</name>
    <message>
        <source>Which terms made the return so far: each as a share of all that was paid and taken</source>
        <translation>Welche Terme den Ertrag bisher ausmachten: jeder als Anteil von allem, was gezahlt und genommen wurde</translation>
    </message>
    <message>
        <source>Made of %1</source>
        <translation>Besteht aus %1</translation>
    </message>
    <message>
        <source>nothing paid yet</source>
        <translation>noch nichts gezahlt</translation>
    </message>
    <message>
        <source>What made this return</source>
        <translation>Was diesen Ertrag ausmacht</translation>
    </message>
</context>
<context>
    <name>paddock::StudioActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>A new document with the values of the first preset</source>
        <translation>Ein neues Dokument mit den Werten der ersten Vorlage</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a scenario document</source>
        <translation>Ein Szenario öffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the document</source>
        <translation>Das Dokument speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save the document under another name</source>
        <translation>Das Dokument unter anderem Namen speichern</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>Stop with a checkpoint and close</source>
        <translation>Mit einem Checkpoint enden und schließen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last edit</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Noch einmal tun</translation>
    </message>
    <message>
        <source>&amp;Find parameter</source>
        <translation>Parameter &amp;suchen</translation>
    </message>
    <message>
        <source>Search the parameters</source>
        <translation>Die Parameter durchsuchen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>Train the open document</source>
        <translation>Mit dem offenen Dokument trainieren</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Pause or resume; nothing is lost</source>
        <translation>Anhalten oder weitermachen; nichts geht verloren</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>S&amp;chritt</translation>
    </message>
    <message>
        <source>One decision of all worlds, then pause</source>
        <translation>Eine Entscheidung aller Welten, dann Halt</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>&amp;Ende</translation>
    </message>
    <message>
        <source>Write a checkpoint and end the run</source>
        <translation>Einen Checkpoint schreiben und den Lauf beenden</translation>
    </message>
    <message>
        <source>&amp;Checkpoint</source>
        <translation>C&amp;heckpoint</translation>
    </message>
    <message>
        <source>Write a checkpoint now</source>
        <translation>Jetzt einen Checkpoint schreiben</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>&amp;Langsamer</translation>
    </message>
    <message>
        <source>Next lower speed</source>
        <translation>Nächst kleineres Tempo</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>Schne&amp;ller</translation>
    </message>
    <message>
        <source>Next higher speed</source>
        <translation>Nächst höheres Tempo</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>&amp;Darstellen</translation>
    </message>
    <message>
        <source>Draw the worlds; training runs a little faster without</source>
        <translation>Die Welten zeichnen; ohne ist das Training etwas schneller</translation>
    </message>
    <message>
        <source>Take o&amp;ver</source>
        <translation>Über&amp;nehmen</translation>
    </message>
    <message>
        <source>Drive the picked agent by hand while training goes on; Esc gives it back</source>
        <translation>Den gewählten Agenten von Hand fahren, während das Training weitergeht; Esc gibt ihn zurück</translation>
    </message>
    <message>
        <source>&amp;Drive</source>
        <translation>&amp;Fahren</translation>
    </message>
    <message>
        <source>&amp;Start driving</source>
        <translation>&amp;Fahren</translation>
    </message>
    <message>
        <source>Drive the open document by hand; Esc leaves the wheel</source>
        <translation>Das offene Dokument von Hand fahren; Esc verlässt das Steuer</translation>
    </message>
    <message>
        <source>Hold the car or let it go on</source>
        <translation>Das Auto anhalten oder weiterfahren lassen</translation>
    </message>
    <message>
        <source>Back to the start; the lap under way is dropped</source>
        <translation>Zurück zum Start; die laufende Runde verfällt</translation>
    </message>
    <message>
        <source>Next lower speed of time</source>
        <translation>Zeit um eine Stufe langsamer</translation>
    </message>
    <message>
        <source>Next higher speed of time</source>
        <translation>Zeit um eine Stufe schneller</translation>
    </message>
    <message>
        <source>&amp;Calibrate…</source>
        <translation>&amp;Kalibrieren…</translation>
    </message>
    <message>
        <source>Axes, ends and dead zone of the gamepad or wheel</source>
        <translation>Achsen, Enden und Totzone von Gamepad oder Lenkrad</translation>
    </message>
    <message>
        <source>&amp;Laps</source>
        <translation>&amp;Runden</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Aufnehmen</translation>
    </message>
    <message>
        <source>After a countdown, keep what is driven; again: stop</source>
        <translation>Nach einem Countdown behalten, was gefahren wird; erneut: Ende</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Take the lap that was just set aside after all</source>
        <translation>Die eben beiseitegelegte Runde doch nehmen</translation>
    </message>
    <message>
        <source>&amp;Discard last</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Take the newest lap out of the file</source>
        <translation>Die neueste Runde aus der Datei nehmen</translation>
    </message>
    <message>
        <source>Re&amp;play</source>
        <translation>Wieder&amp;geben</translation>
    </message>
    <message>
        <source>Show the selected lap in the scene, or stop showing it</source>
        <translation>Die gewählte Runde in der Szene zeigen oder nicht mehr</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>Schritt &amp;zurück</translation>
    </message>
    <message>
        <source>One decision back in the lap that is shown</source>
        <translation>In der gezeigten Runde eine Entscheidung zurück</translation>
    </message>
    <message>
        <source>Step &amp;forward</source>
        <translation>Schritt &amp;vor</translation>
    </message>
    <message>
        <source>One decision on in the lap that is shown</source>
        <translation>In der gezeigten Runde eine Entscheidung weiter</translation>
    </message>
    <message>
        <source>&amp;Trim</source>
        <translation>&amp;Kürzen</translation>
    </message>
    <message>
        <source>Keep only the part between the two handles</source>
        <translation>Nur den Teil zwischen den beiden Griffen behalten</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Take the selected lap out of the file</source>
        <translation>Die gewählte Runde aus der Datei nehmen</translation>
    </message>
    <message>
        <source>Take back the last change of the laps</source>
        <translation>Die letzte Änderung der Runden zurücknehmen</translation>
    </message>
    <message>
        <source>Train &amp;on them</source>
        <translation>Damit &amp;trainieren</translation>
    </message>
    <message>
        <source>Turn behavioural cloning of these laps on and go to Train</source>
        <translation>Verhaltensklonen dieser Runden einschalten und zum Training gehen</translation>
    </message>
    <message>
        <source>&amp;Train mode</source>
        <translation>Modus &amp;Training</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Train policies and watch them learn</source>
        <translation>Policies trainieren und beim Lernen zusehen</translation>
    </message>
    <message>
        <source>D&amp;rive mode</source>
        <translation>Modus &amp;Fahren</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Fahren</translation>
    </message>
    <message>
        <source>Drive by hand, record laps, train on them</source>
        <translation>Von Hand fahren, Runden aufnehmen, damit trainieren</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Ü&amp;bersicht</translation>
    </message>
    <message>
        <source>All worlds</source>
        <translation>Alle Welten</translation>
    </message>
    <message>
        <source>O&amp;rbit</source>
        <translation>&amp;Umkreisen</translation>
    </message>
    <message>
        <source>Free camera: drag turns, right drag moves, wheel zooms</source>
        <translation>Freie Kamera: Ziehen dreht, rechts ziehen verschiebt, das Rad vergrößert</translation>
    </message>
    <message>
        <source>&amp;Bird&apos;s eye</source>
        <translation>&amp;Vogelperspektive</translation>
    </message>
    <message>
        <source>From straight above</source>
        <translation>Senkrecht von oben</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>Ver&amp;folgen</translation>
    </message>
    <message>
        <source>Behind the picked agent</source>
        <translation>Hinter dem gewählten Agenten</translation>
    </message>
    <message>
        <source>&amp;Driver</source>
        <translation>Fah&amp;rer</translation>
    </message>
    <message>
        <source>The picked agent&apos;s own view</source>
        <translation>Die Sicht des gewählten Agenten</translation>
    </message>
    <message>
        <source>Frame &amp;all</source>
        <translation>&amp;Alles zeigen</translation>
    </message>
    <message>
        <source>All worlds fit the view</source>
        <translation>Alle Welten passen in die Ansicht</translation>
    </message>
    <message>
        <source>&amp;Back to all worlds</source>
        <translation>&amp;Zurück zu allen Welten</translation>
    </message>
    <message>
        <source>Leave the enlarged world</source>
        <translation>Die vergrößerte Welt verlassen</translation>
    </message>
    <message>
        <source>&amp;Next agent</source>
        <translation>&amp;Nächster Agent</translation>
    </message>
    <message>
        <source>Pick the next agent</source>
        <translation>Den nächsten Agenten wählen</translation>
    </message>
    <message>
        <source>&amp;Previous agent</source>
        <translation>V&amp;origer Agent</translation>
    </message>
    <message>
        <source>Pick the agent before</source>
        <translation>Den Agenten davor wählen</translation>
    </message>
    <message>
        <source>Next pan&amp;el</source>
        <translation>Nächst&amp;es Feld</translation>
    </message>
    <message>
        <source>Move the keyboard to the next panel</source>
        <translation>Die Tastatur ins nächste Feld bringen</translation>
    </message>
    <message>
        <source>&amp;Goals</source>
        <translation>Z&amp;iele</translation>
    </message>
    <message>
        <source>Goal of each agent</source>
        <translation>Ziel jedes Agenten</translation>
    </message>
    <message>
        <source>&amp;Trails</source>
        <translation>&amp;Spuren</translation>
    </message>
    <message>
        <source>Where agents drove</source>
        <translation>Wo Agenten gefahren sind</translation>
    </message>
    <message>
        <source>&amp;Lane bounds</source>
        <translation>Fahrs&amp;treifen</translation>
    </message>
    <message>
        <source>Edges that agents must keep to</source>
        <translation>Ränder, die Agenten einhalten müssen</translation>
    </message>
    <message>
        <source>LIDAR &amp;rays</source>
        <translation>&amp;LIDAR-Strahlen</translation>
    </message>
    <message>
        <source>Na&amp;mes</source>
        <translation>Na&amp;men</translation>
    </message>
    <message>
        <source>Names of agents and worlds</source>
        <translation>Namen von Agenten und Welten</translation>
    </message>
    <message>
        <source>&amp;HUD</source>
        <translation>&amp;HUD</translation>
    </message>
    <message>
        <source>Time, speed and commands over the scene</source>
        <translation>Zeit, Tempo und Befehle über der Szene</translation>
    </message>
    <message>
        <source>Smoot&amp;h motion</source>
        <translation>Flüssi&amp;ge Bewegung</translation>
    </message>
    <message>
        <source>Up to 30 pictures a second even without a graphics card, where they slow training down</source>
        <translation>Bis zu 30 Bilder pro Sekunde auch ohne Grafikkarte, wo sie das Training bremsen</translation>
    </message>
    <message>
        <source>Theme of the &amp;system</source>
        <translation>Farben des S&amp;ystems</translation>
    </message>
    <message>
        <source>Light or dark as the desktop</source>
        <translation>Hell oder dunkel wie der Schreibtisch</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>&amp;Dunkle Farben</translation>
    </message>
    <message>
        <source>Light text on dark panels</source>
        <translation>Heller Text auf dunklen Feldern</translation>
    </message>
    <message>
        <source>L&amp;ight theme</source>
        <translation>&amp;Helle Farben</translation>
    </message>
    <message>
        <source>Dark text on light panels</source>
        <translation>Dunkler Text auf hellen Feldern</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>V&amp;ollbild</translation>
    </message>
    <message>
        <source>The window without its frame</source>
        <translation>Das Fenster ohne seinen Rahmen</translation>
    </message>
    <message>
        <source>S&amp;creenshot…</source>
        <translation>Bildschirm&amp;foto…</translation>
    </message>
    <message>
        <source>Save a picture of the window</source>
        <translation>Ein Bild des Fensters speichern</translation>
    </message>
    <message>
        <source>Reset la&amp;yout</source>
        <translation>An&amp;ordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Panels back to their first places</source>
        <translation>Alle Felder zurück an ihren ersten Platz</translation>
    </message>
    <message>
        <source>Reference &amp;curves…</source>
        <translation>Vergleichs&amp;kurven…</translation>
    </message>
    <message>
        <source>Lay the curves of a CSV file under those of the run</source>
        <translation>Die Kurven einer CSV-Datei unter die des Laufs legen</translation>
    </message>
    <message>
        <source>Cl&amp;ear reference curves</source>
        <translation>Vergleichskurven e&amp;ntfernen</translation>
    </message>
    <message>
        <source>Without reference curves</source>
        <translation>Ohne Vergleichskurven</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>Alle Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Parameter reference</source>
        <translation>&amp;Parameterverzeichnis</translation>
    </message>
    <message>
        <source>All parameters of a document</source>
        <translation>Alle Parameter eines Dokuments</translation>
    </message>
    <message>
        <source>&amp;About Paddock</source>
        <translation>&amp;Über Paddock</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Looks, keys, folders, threads</source>
        <translation>Aussehen, Tasten, Ordner, Threads</translation>
    </message>
    <message>
        <source>About what the pointer is over; else the first page</source>
        <translation>Zu dem, worüber der Zeiger steht; sonst die erste Seite</translation>
    </message>
    <message>
        <source>&amp;Welcome</source>
        <translation>&amp;Willkommen</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Where to begin: documents, lessons, what to do in one click</source>
        <translation>Womit man anfängt: Dokumente, Lektionen, was ein Klick tut</translation>
    </message>
    <message>
        <source>&amp;Differences…</source>
        <translation>&amp;Unterschiede…</translation>
    </message>
    <message>
        <source>Compare this document with another one, a run or a preset</source>
        <translation>Dieses Dokument mit einem anderen, einem Lauf oder einer Vorlage vergleichen</translation>
    </message>
    <message>
        <source>Ru&amp;ns</source>
        <translation>Läu&amp;fe</translation>
    </message>
    <message>
        <source>&amp;Browse runs</source>
        <translation>Läufe &amp;durchsehen</translation>
    </message>
    <message>
        <source>Bring the list of all runs to the front</source>
        <translation>Die Liste aller Läufe nach vorn holen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Show the document and the curves of the selected run</source>
        <translation>Dokument und Kurven des gewählten Laufs zeigen</translation>
    </message>
    <message>
        <source>&amp;Resume…</source>
        <translation>Fort&amp;setzen…</translation>
    </message>
    <message>
        <source>Train the selected run on, in its own folder</source>
        <translation>Den gewählten Lauf in seinem Ordner weitertrainieren</translation>
    </message>
    <message>
        <source>&amp;Fork…</source>
        <translation>Ab&amp;zweigen…</translation>
    </message>
    <message>
        <source>A new run from a checkpoint of the selected one, with other parameters</source>
        <translation>Ein neuer Lauf aus einem Checkpoint des gewählten, mit anderen Parametern</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Lay the curves of the selected runs over each other</source>
        <translation>Die Kurven der gewählten Läufe übereinanderlegen</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>&amp;Archivieren</translation>
    </message>
    <message>
        <source>Out of the list, not off the disk</source>
        <translation>Aus der Liste, nicht von der Platte</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Move the selected runs to the trash of their folder</source>
        <translation>Die gewählten Läufe in den Papierkorb ihres Ordners legen</translation>
    </message>
    <message>
        <source>&amp;Undo change of runs</source>
        <translation>Änderung &amp;rückgängig</translation>
    </message>
    <message>
        <source>Take back the last deletion, archiving, tag or note</source>
        <translation>Letztes Löschen, Archivieren, letzte Marke oder Notiz zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Show archived</source>
        <translation>Archivierte &amp;zeigen</translation>
    </message>
    <message>
        <source>List runs that are archived too</source>
        <translation>Auch archivierte Läufe auflisten</translation>
    </message>
    <message>
        <source>S&amp;weep</source>
        <translation>&amp;Reihe</translation>
    </message>
    <message>
        <source>Train the open document with many parameters and seeds</source>
        <translation>Das offene Dokument mit vielen Parametern und Startwerten trainieren</translation>
    </message>
    <message>
        <source>Open fo&amp;lder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Show the files of the selected run</source>
        <translation>Die Dateien des gewählten Laufs zeigen</translation>
    </message>
    <message>
        <source>&amp;Back to the scenario</source>
        <translation>&amp;Zurück zum Szenario</translation>
    </message>
    <message>
        <source>Go on editing what is driven</source>
        <translation>Weiter bearbeiten, was gefahren wird</translation>
    </message>
    <message>
        <source>S&amp;cene</source>
        <translation>S&amp;zene</translation>
    </message>
    <message>
        <source>Centre &amp;line</source>
        <translation>Mittel&amp;linie</translation>
    </message>
    <message>
        <source>Bend the track by the control points of its line</source>
        <translation>Die Strecke an den Stützpunkten ihrer Linie biegen</translation>
    </message>
    <message>
        <source>&amp;Walls</source>
        <translation>&amp;Wände</translation>
    </message>
    <message>
        <source>Move, add and remove points of the walls</source>
        <translation>Punkte der Wände bewegen, hinzufügen, entfernen</translation>
    </message>
    <message>
        <source>&amp;Checkpoints</source>
        <translation>&amp;Checkpoints</translation>
    </message>
    <message>
        <source>Move, turn, add and remove checkpoints</source>
        <translation>Checkpoints bewegen, drehen, hinzufügen, entfernen</translation>
    </message>
    <message>
        <source>&amp;Start slots</source>
        <translation>&amp;Startplätze</translation>
    </message>
    <message>
        <source>Move, turn, add and remove start slots</source>
        <translation>Startplätze bewegen, drehen, hinzufügen, entfernen</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>Drag from one place to another: distance and direction</source>
        <translation>Von einem Ort zum anderen ziehen: Abstand und Richtung</translation>
    </message>
    <message>
        <source>S&amp;nap to the grid</source>
        <translation>Am &amp;Raster einrasten</translation>
    </message>
    <message>
        <source>Dragged items go to the grid; Ctrl held: the other</source>
        <translation>Gezogenes geht aufs Raster; mit Strg umgekehrt</translation>
    </message>
    <message>
        <source>&amp;Add here</source>
        <translation>&amp;Hier hinzufügen</translation>
    </message>
    <message>
        <source>Add an item where the pointer is</source>
        <translation>Etwas hinzufügen, wo der Zeiger ist</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Take the selected item away</source>
        <translation>Das Gewählte wegnehmen</translation>
    </message>
    <message>
        <source>Sm&amp;ooth</source>
        <translation>&amp;Glätten</translation>
    </message>
    <message>
        <source>Smooth the line around the selected control point, or all of it</source>
        <translation>Die Linie um den gewählten Stützpunkt glätten, oder ganz</translation>
    </message>
    <message>
        <source>Re&amp;verse</source>
        <translation>&amp;Umkehren</translation>
    </message>
    <message>
        <source>Drive the other way round</source>
        <translation>Andersherum fahren</translation>
    </message>
    <message>
        <source>&amp;Test drive</source>
        <translation>&amp;Probefahrt</translation>
    </message>
    <message>
        <source>Drive by hand from the selected slot or agent</source>
        <translation>Von Hand fahren, vom gewählten Platz oder Agenten</translation>
    </message>
    <message>
        <source>New t&amp;rack…</source>
        <translation>&amp;Neue Strecke…</translation>
    </message>
    <message>
        <source>Start from a drawn track</source>
        <translation>Mit einer gezeichneten Strecke beginnen</translation>
    </message>
    <message>
        <source>&amp;Import a track…</source>
        <translation>Strecke e&amp;inlesen…</translation>
    </message>
    <message>
        <source>A ROS map (YAML), a centre line (CSV) or a track document, with a preview</source>
        <translation>Eine ROS-Karte (YAML), eine Mittellinie (CSV) oder eine Strecke, mit Vorschau</translation>
    </message>
    <message>
        <source>Ev&amp;aluate</source>
        <translation>Aus&amp;werten</translation>
    </message>
    <message>
        <source>Judge the drivers of the plan</source>
        <translation>Die Fahrer des Plans beurteilen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>End early; whole cells are kept</source>
        <translation>Früher enden; ganze Zellen bleiben</translation>
    </message>
    <message>
        <source>&amp;Open a plan…</source>
        <translation>Plan ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Drivers, scenarios and degrees from a file</source>
        <translation>Fahrer, Szenarien und Grade aus einer Datei</translation>
    </message>
    <message>
        <source>Save the &amp;plan…</source>
        <translation>&amp;Plan speichern…</translation>
    </message>
    <message>
        <source>Keep it as a file; paddock-cli can carry it out</source>
        <translation>Als Datei behalten; paddock-cli kann ihn ausführen</translation>
    </message>
    <message>
        <source>Take back the last change of the plan</source>
        <translation>Die letzte Änderung des Plans zurücknehmen</translation>
    </message>
    <message>
        <source>P&amp;lay</source>
        <translation>Ab&amp;spielen</translation>
    </message>
    <message>
        <source>Play or hold the run that is shown</source>
        <translation>Den gezeigten Lauf abspielen oder anhalten</translation>
    </message>
    <message>
        <source>One decision back in the run that is shown</source>
        <translation>Im gezeigten Lauf eine Entscheidung zurück</translation>
    </message>
    <message>
        <source>One decision on in the run that is shown</source>
        <translation>Im gezeigten Lauf eine Entscheidung weiter</translation>
    </message>
    <message>
        <source>To the resul&amp;ts</source>
        <translation>Zu den &amp;Ergebnissen</translation>
    </message>
    <message>
        <source>Leave the run that is shown</source>
        <translation>Den gezeigten Lauf verlassen</translation>
    </message>
    <message>
        <source>Save the runs as &amp;CSV…</source>
        <translation>Läufe als &amp;CSV speichern…</translation>
    </message>
    <message>
        <source>A table with a row for each run</source>
        <translation>Eine Tabelle mit einer Zeile je Lauf</translation>
    </message>
    <message>
        <source>Save a repor&amp;t…</source>
        <translation>&amp;Bericht speichern…</translation>
    </message>
    <message>
        <source>All results as one HTML file</source>
        <translation>Alle Ergebnisse als eine HTML-Datei</translation>
    </message>
    <message>
        <source>Report in the bro&amp;wser</source>
        <translation>Bericht im Bro&amp;wser</translation>
    </message>
    <message>
        <source>All results as a page</source>
        <translation>Alle Ergebnisse als Seite</translation>
    </message>
    <message>
        <source>&amp;Scenario mode</source>
        <translation>Modus &amp;Szenario</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Draw the track, the starts and the crossing</source>
        <translation>Strecke, Starts und Kreuzung zeichnen</translation>
    </message>
    <message>
        <source>&amp;Evaluate mode</source>
        <translation>Modus &amp;Auswerten</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Judge drivers side by side, see every run again</source>
        <translation>Fahrer nebeneinander beurteilen, jeden Lauf wieder ansehen</translation>
    </message>
    <message>
        <source>What the picked racer sees: walls orange, cars purple with a ring, nothing pale; wider where its action depends on it</source>
        <translation>Was der gewählte Rennwagen sieht: Wände orange, Autos violett mit Ring, nichts blass; breiter, wo seine Aktion davon abhängt</translation>
    </message>
    <message>
        <source>Chec&amp;kpoints</source>
        <translation>Chec&amp;kpoints</translation>
    </message>
    <message>
        <source>Of the track; the next one stands out</source>
        <translation>Der Strecke; der nächste fällt auf</translation>
    </message>
    <message>
        <source>C&amp;ontacts</source>
        <translation>&amp;Berührungen</translation>
    </message>
    <message>
        <source>Where cars touched something just now</source>
        <translation>Wo Autos eben etwas berührt haben</translation>
    </message>
    <message>
        <source>&amp;Velocity</source>
        <translation>&amp;Geschwindigkeit</translation>
    </message>
    <message>
        <source>Where the cars go within half a second</source>
        <translation>Wohin die Autos in einer halben Sekunde kommen</translation>
    </message>
    <message>
        <source>Steerin&amp;g</source>
        <translation>Len&amp;kung</translation>
    </message>
    <message>
        <source>Of the picked car: commanded (broken) and applied (solid)</source>
        <translation>Des gewählten Autos: befohlen (gestrichelt) und ausgeführt (durchgezogen)</translation>
    </message>
    <message>
        <source>Val&amp;ue map</source>
        <translation>Karte des &amp;Werts</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What the picked agent&apos;s critic expects at every place of the road</source>
        <translation>Was der Kritiker des gewählten Agenten an jedem Ort der Straße erwartet</translation>
    </message>
    <message>
        <source>Throttle ma&amp;p</source>
        <translation>Karte des &amp;Gases</translation>
    </message>
    <message>
        <source>Throttle</source>
        <translation>Gas</translation>
    </message>
    <message>
        <source>The throttle that its policy would most likely choose there</source>
        <translation>Das Gas, das seine Policy dort am ehesten wählen würde</translation>
    </message>
    <message>
        <source>Steer&amp;ing map</source>
        <translation>Karte der &amp;Lenkung</translation>
    </message>
    <message>
        <source>Steer</source>
        <translation>Lenken</translation>
    </message>
    <message>
        <source>The steering that its policy would most likely choose there</source>
        <translation>Die Lenkung, die seine Policy dort am ehesten wählen würde</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>&amp;Vorführen</translation>
    </message>
    <message>
        <source>Large type and nothing but the scene and the curves; Esc ends it</source>
        <translation>Große Schrift und nur Szene und Kurven; Esc beendet es</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lektionen</translation>
    </message>
    <message>
        <source>Guided lessons, on the welcome page</source>
        <translation>Geführte Lektionen, auf der Willkommensseite</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>&amp;Zeitleiste</translation>
    </message>
    <message>
        <source>&amp;Time line</source>
        <translation>&amp;Zeitleiste</translation>
    </message>
    <message>
        <source>The recent past of the watched world, to scrub</source>
        <translation>Die jüngste Vergangenheit der beobachteten Welt, zum Durchsehen</translation>
    </message>
    <message>
        <source>One decision back in the past of the watched world</source>
        <translation>Eine Entscheidung zurück in der Vergangenheit der beobachteten Welt</translation>
    </message>
    <message>
        <source>Play what is shown, or the last seconds again; or hold it</source>
        <translation>Abspielen, was gezeigt wird, oder die letzten Sekunden; oder anhalten</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>&amp;Live</translation>
    </message>
    <message>
        <source>Back from the past or a recording to what happens now</source>
        <translation>Zurück aus der Vergangenheit oder einer Aufnahme zu dem, was jetzt geschieht</translation>
    </message>
    <message>
        <source>&amp;Keep episode</source>
        <translation>Episode &amp;behalten</translation>
    </message>
    <message>
        <source>Keep the episode of the picked agent as a recording; live: the newest that ended</source>
        <translation>Die Episode des gewählten Agenten als Aufnahme behalten; live: die neueste beendete</translation>
    </message>
    <message>
        <source>&amp;Open recording…</source>
        <translation>Aufnahme ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Show a recording that was kept</source>
        <translation>Eine behaltene Aufnahme zeigen</translation>
    </message>
    <message>
        <source>&amp;Export table…</source>
        <translation>&amp;Tabelle ausgeben…</translation>
    </message>
    <message>
        <source>What is shown as numbers: CSV or JSON</source>
        <translation>Was gezeigt wird, als Zahlen: CSV oder JSON</translation>
    </message>
    <message>
        <source>Export &amp;video…</source>
        <translation>&amp;Video ausgeben…</translation>
    </message>
    <message>
        <source>A film of what is shown, in simulation time</source>
        <translation>Ein Film von dem, was gezeigt wird, in Simulationszeit</translation>
    </message>
    <message>
        <source>&amp;Compare checkpoints…</source>
        <translation>Checkpoints &amp;vergleichen…</translation>
    </message>
    <message>
        <source>Two checkpoints side by side from the same seed, and where they part</source>
        <translation>Zwei Checkpoints nebeneinander mit demselben Startwert, und wo sie sich trennen</translation>
    </message>
    <message>
        <source>O&amp;bstacles</source>
        <translation>&amp;Hindernisse</translation>
    </message>
    <message>
        <source>Put boxes on the road; move, turn and remove them</source>
        <translation>Kisten auf die Fahrbahn stellen; verschieben, drehen und entfernen</translation>
    </message>
    <message>
        <source>Start &amp;over</source>
        <translation>Von &amp;vorn</translation>
    </message>
</context>
<context>
    <name>paddock::SweepModel</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Ertrag</translation>
    </message>
</context>
<context>
    <name>paddock::SweepPanel</name>
    <message>
        <source>every value with every other</source>
        <translation>jeder Wert mit jedem anderen</translation>
    </message>
    <message>
        <source>the values together, as a list</source>
        <translation>die Werte zusammen, als Liste</translation>
    </message>
    <message>
        <source> side by side</source>
        <translation> nebeneinander</translation>
    </message>
    <message>
        <source>Add a parameter</source>
        <translation>Einen Parameter hinzufügen</translation>
    </message>
    <message>
        <source>One more field that is varied</source>
        <translation>Noch ein Feld, das variiert</translation>
    </message>
    <message>
        <source>Start the sweep</source>
        <translation>Die Reihe starten</translation>
    </message>
    <message>
        <source>Train all runs in the background</source>
        <translation>Alle Läufe im Hintergrund trainieren</translation>
    </message>
    <message>
        <source>Go on with…</source>
        <translation>Weiter mit…</translation>
    </message>
    <message>
        <source>Choose the folder of a sweep that was begun; what is finished is not trained again</source>
        <translation>Den Ordner einer begonnenen Reihe wählen; Fertiges wird nicht noch einmal trainiert</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Name of its folder among the runs</source>
        <translation>Name ihres Ordners unter den Läufen</translation>
    </message>
    <message>
        <source>Combine</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>How the values of several fields meet</source>
        <translation>Wie die Werte mehrerer Felder zusammentreffen</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>1, 2, 5 or 1-5; each setting with each</source>
        <translation>1, 2, 5 oder 1-5; jede Einstellung mit jedem</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>They share the cores</source>
        <translation>Sie teilen sich die Kerne</translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <translation>Fortschritt der Reihe</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>The runs hold, nothing new begins</source>
        <translation>Die Läufe halten, nichts Neues beginnt</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>The selected runs are not trained, or stop</source>
        <translation>Die gewählten Läufe werden nicht trainiert oder enden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The runs stop with checkpoints; starting the sweep again goes on from there</source>
        <translation>Die Läufe enden mit Checkpoints; ein neuer Start der Reihe geht dort weiter</translation>
    </message>
    <message>
        <source>Field that is varied</source>
        <translation>Feld, das variiert</translation>
    </message>
    <message>
        <source>search a field</source>
        <translation>ein Feld suchen</translation>
    </message>
    <message>
        <source>0.1, 0.2 or 1e-4 .. 1e-2 log / 3</source>
        <translation>0.1, 0.2 oder 1e-4 .. 1e-2 log / 3</translation>
    </message>
    <message>
        <source>Its values</source>
        <translation>Seine Werte</translation>
    </message>
    <message>
        <source>A list as 0.1, 0.2 or a range as 0.1 .. 0.9 / 5; with log each value is the same multiple of the one before</source>
        <translation>Eine Liste wie 0.1, 0.2 oder ein Bereich wie 0.1 .. 0.9 / 5; mit log ist jeder Wert dasselbe Vielfache des vorigen</translation>
    </message>
    <message>
        <source>Vary this field no more</source>
        <translation>Dieses Feld nicht mehr variieren</translation>
    </message>
    <message>
        <source>Folder of a sweep</source>
        <translation>Ordner einer Reihe</translation>
    </message>
    <message>
        <source>%1 runs, %2 steps in all</source>
        <translation>%1 Läufe, %2 Schritte insgesamt</translation>
    </message>
    <message>
        <source>No sweep</source>
        <translation>Keine Reihe</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>%1 of %2 runs · %3</source>
        <translation>%1 von %2 Läufen · %3</translation>
    </message>
    <message>
        <source> · ended</source>
        <translation> · beendet</translation>
    </message>
    <message>
        <source> · finished</source>
        <translation> · fertig</translation>
    </message>
    <message>
        <source> · paused</source>
        <translation> · angehalten</translation>
    </message>
    <message>
        <source> · %1 left</source>
        <translation> · %1 übrig</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>paddock::SweepQueue</name>
    <message>
        <source>Runs of the sweep</source>
        <translation>Läufe der Reihe</translation>
    </message>
    <message>
        <source>No sweep yet.

Choose parameters and their values at the left; every combination becomes a run that trains in the background. Runs that wait are dragged to another place.</source>
        <translation>Noch keine Reihe.

Wählen Sie links Parameter und ihre Werte; jede Kombination wird ein Lauf, der im Hintergrund trainiert. Wartende Läufe lassen sich an einen anderen Platz ziehen.</translation>
    </message>
</context>
<context>
    <name>paddock::TakeOver</name>
    <message>
        <source>%1 was unplugged: the policy drives again</source>
        <translation>%1 wurde abgezogen: Die Policy fährt wieder</translation>
    </message>
    <message>
        <source>Take over (G)
Drive the picked agent by hand while training goes on; Esc gives it back</source>
        <translation>Übernehmen (G)
Den gewählten Agenten von Hand fahren, während das Training weitergeht; Esc gibt ihn zurück</translation>
    </message>
    <message>
        <source>Take over (G)
There must be a run to take an agent of</source>
        <translation>Übernehmen (G)
Dazu muss es einen Lauf geben</translation>
    </message>
    <message>
        <source>%1 · %2 s</source>
        <translation>%1 · %2 s</translation>
    </message>
    <message>
        <source>%1: kept in %2</source>
        <translation>%1: behalten in %2</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>%1: not kept</source>
        <translation>%1: nicht behalten</translation>
    </message>
    <message>
        <source>Keep in %1</source>
        <translation>Behalten in %1</translation>
    </message>
</context>
<context>
    <name>paddock::TimeTravel</name>
    <message>
        <source>Agent %1</source>
        <translation>Agent %1</translation>
    </message>
    <message>
        <source>Past of world %1: %2 s ago</source>
        <translation>Vergangenheit von Welt %1: vor %2 s</translation>
    </message>
    <message>
        <source>Recording %1: %2 s of %3 s</source>
        <translation>Aufnahme %1: %2 s von %3 s</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>Behind the present</source>
        <translation>Hinter der Gegenwart</translation>
    </message>
    <message>
        <source>Time in the recording</source>
        <translation>Zeit in der Aufnahme</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>episode of A%1 in world %2: %3 s, %4</source>
        <translation>Episode von A%1 in Welt %2: %3 s, %4</translation>
    </message>
    <message>
        <source>The episode cannot be kept</source>
        <translation>Die Episode lässt sich nicht behalten</translation>
    </message>
    <message>
        <source>Kept the %1</source>
        <translation>Behalten: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>The recording cannot be opened</source>
        <translation>Die Aufnahme lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Open recording</source>
        <translation>Aufnahme öffnen</translation>
    </message>
    <message>
        <source>Recordings (*%1)</source>
        <translation>Aufnahmen (*%1)</translation>
    </message>
    <message>
        <source>Kept in this run</source>
        <translation>In diesem Lauf behalten</translation>
    </message>
    <message>
        <source>No episode yet</source>
        <translation>Noch keine Episode</translation>
    </message>
    <message>
        <source>Export the recording</source>
        <translation>Die Aufnahme ausgeben</translation>
    </message>
    <message>
        <source>Table (*.csv);;JSON (*.json)</source>
        <translation>Tabelle (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>The recording cannot be exported</source>
        <translation>Die Aufnahme lässt sich nicht ausgeben</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>%1 ausgegeben</translation>
    </message>
    <message>
        <source>Filmed %1</source>
        <translation>%1 gefilmt</translation>
    </message>
    <message>
        <source>The checkpoints cannot be compared</source>
        <translation>Die Checkpoints lassen sich nicht vergleichen</translation>
    </message>
    <message>
        <source>Click to look back at the watched world</source>
        <translation>Klicken, um auf die beobachtete Welt zurückzublicken</translation>
    </message>
</context>
<context>
    <name>paddock::TimelineBar</name>
    <message>
        <source>Time line</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Drag to look back; click a mark to see what happened.
Filled dot goal, cross collision, triangle wall or lane bound, ring time limit, bar lap.</source>
        <translation>Ziehen zum Zurücksehen; Klick auf eine Marke zeigt, was geschah.
Punkt: Ziel, Kreuz: Kollision, Dreieck: Wand oder Spurgrenze, Ring: Zeitgrenze, Strich: Runde.</translation>
    </message>
</context>
<context>
    <name>paddock::TimelineStrip</name>
    <message>
        <source>Place on the time line</source>
        <translation>Stelle auf der Zeitleiste</translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation>Tempo der Wiedergabe</translation>
    </message>
    <message>
        <source>How fast recordings play</source>
        <translation>Wie schnell Aufnahmen laufen</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Recordings of this run, and what can be done with the one shown</source>
        <translation>Aufnahmen dieses Laufs, und was man mit der gezeigten tun kann</translation>
    </message>
</context>
<context>
    <name>paddock::TrackPreview</name>
    <message>
        <source>The track as it would be taken</source>
        <translation>Die Strecke, wie sie übernommen würde</translation>
    </message>
    <message>
        <source>No track to show</source>
        <translation>Keine Strecke zu zeigen</translation>
    </message>
</context>
<context>
    <name>paddock::TrainMode</name>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Learning curves</source>
        <translation>Lernkurven</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>No map of the policy: %1</source>
        <translation>Keine Karte der Policy: %1</translation>
    </message>
    <message>
        <source>The sweep cannot begin</source>
        <translation>Die Reihe kann nicht beginnen</translation>
    </message>
    <message>
        <source>The sweep has ended: %1 of %2 runs finished, %3 failed</source>
        <translation>Die Reihe ist beendet: %1 von %2 Läufen fertig, %3 gescheitert</translation>
    </message>
</context>
<context>
    <name>paddock::ValueLine</name>
    <message>
        <source>What the critic expects at each moment of the episode (solid), and the return that came from there on, discounted, with the value now for what is still to come (broken)</source>
        <translation>Was der Kritiker in jedem Moment der Episode erwartet (durchgezogen), und der Ertrag, der von dort an kam, abgezinst, mit dem jetzigen Wert für das, was noch kommt (gestrichelt)</translation>
    </message>
    <message>
        <source>Value along the episode</source>
        <translation>Wert entlang der Episode</translation>
    </message>
    <message>
        <source>the episode begins</source>
        <translation>die Episode beginnt</translation>
    </message>
    <message>
        <source>−%1 s</source>
        <translation>−%1 s</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>— value   - - return that came</source>
        <translation>— Wert   - - Ertrag, der kam</translation>
    </message>
</context>
<context>
    <name>paddock::VideoDialog</name>
    <message>
        <source>Export video</source>
        <translation>Video ausgeben</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Drawn in simulation time. The ending says the kind: .mp4, .webm, .webp, .gif or .apng.</source>
        <translation>In Simulationszeit gezeichnet. Die Endung sagt die Art: .mp4, .webm, .webp, .gif oder .apng.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ausgeben</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Films (*.mp4 *.webm);;Looping pictures (*.gif *.webp *.apng)</source>
        <translation>Filme (*.mp4 *.webm);;Laufende Bilder (*.gif *.webp *.apng)</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 lässt sich nicht starten: %2</translation>
    </message>
</context>
<context>
    <name>paddock::WelcomePage</name>
    <message>
        <source>Paddock</source>
        <translation>Paddock</translation>
    </message>
    <message>
        <source>Watch cars learn to drive, drive with them, judge what they learnt.</source>
        <translation>Autos beim Fahrenlernen zusehen, mit ihnen fahren, beurteilen, was sie gelernt haben.</translation>
    </message>
    <message>
        <source>Show at start</source>
        <translation>Beim Start zeigen</translation>
    </message>
    <message>
        <source>Begin here when the program is started without a document</source>
        <translation>Hier anfangen, wenn das Programm ohne Dokument startet</translation>
    </message>
    <message>
        <source>Go to the run</source>
        <translation>Zum Lauf</translation>
    </message>
    <message>
        <source>Train in 30 seconds</source>
        <translation>In 30 Sekunden trainieren</translation>
    </message>
    <message>
        <source>A hundred cars learn to cross an intersection while you watch.</source>
        <translation>Hundert Autos lernen eine Kreuzung zu queren, und Sie sehen zu.</translation>
    </message>
    <message>
        <source>Drive a lap</source>
        <translation>Eine Runde fahren</translation>
    </message>
    <message>
        <source>Take the wheel with keys, a gamepad or a steering wheel.</source>
        <translation>Ans Steuer mit Tasten, Gamepad oder Lenkrad.</translation>
    </message>
    <message>
        <source>Judge a policy</source>
        <translation>Eine Policy beurteilen</translation>
    </message>
    <message>
        <source>Let drivers meet the same starts and compare them.</source>
        <translation>Fahrer dieselben Starts fahren lassen und vergleichen.</translation>
    </message>
    <message>
        <source>Open a document</source>
        <translation>Ein Dokument öffnen</translation>
    </message>
    <message>
        <source>Or drop a scenario, a run or a map on this window.</source>
        <translation>Oder ein Szenario, einen Lauf oder eine Karte hierher ziehen.</translation>
    </message>
    <message>
        <source>Search scenarios</source>
        <translation>Szenarien suchen</translation>
    </message>
    <message>
        <source>The folder “scenarios” that comes with the program is missing.</source>
        <translation>Der Ordner „scenarios“, der zum Programm gehört, fehlt.</translation>
    </message>
    <message>
        <source>No scenario has these words in its name or description.</source>
        <translation>Kein Szenario hat diese Wörter im Namen oder in der Beschreibung.</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source> About %1 minutes.</source>
        <translation> Etwa %1 Minuten.</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
</context>
</TS>

// Pages of the help that are written by hand: what things are, and what the curves mean.
#include "core/run/metrics.h"
#include "widgets/help/help_library.h"

#include <QCoreApplication>

namespace paddock {

namespace {

struct Pages {
    Q_DECLARE_TR_FUNCTIONS(HelpPages)
};

HelpEntry about(const QString &name, const QString &title, const QString &text,
                const QString &words = {}) {
    return {"concept/" + name, HelpSection::Concepts, title, text, words};
}

HelpEntry curve(const char *tag, const QString &title, const QString &text) {
    return {curveTopic(tag), HelpSection::Curves, title,
            text + "\n\n" + Pages::tr("In files: %1").arg(QString("`%1`").arg(tag)), tag};
}

void addFirstPages(QList<HelpEntry> &out) {
    out << about("start", Pages::tr("Welcome to Paddock"),
                 Pages::tr("Paddock trains scaled cars in many parallel worlds and shows all of it "
                           "live.\n\n"
                           "1. Open a document or take a preset: its values stand in the form at "
                           "the left.\n"
                           "2. Press **F5**. All worlds appear as tiles, and the curves begin.\n"
                           "3. Click a car. The inspector tells what it observes, what its policy "
                           "makes of it and what it earns.\n"
                           "4. Change a field that is marked “live” while it learns, take an agent "
                           "over by hand, or let it train.\n\n"
                           "Press **F1** over a parameter or a curve to read about it. See "
                           "[modes](help:concept/modes), [runs](help:concept/runs), "
                           "[what the curves mean](help:concept/curves) and "
                           "[all keys](help:keys)."));
    out << about("modes", Pages::tr("Modes"),
                 Pages::tr("The bar at the left has one button for each mode. A mode has panels of "
                           "its own; where they stand is kept, and *View > Reset layout* puts them "
                           "back. A run goes on whatever mode is on.\n\n"
                           "- **Train**: the document as a form, all worlds, curves, inspector.\n"
                           "- **Drive**: by hand, with keyboard, gamepad or wheel; laps are "
                           "recorded and can be learned from.\n"
                           "- **Scenario**: the track, the starts and the crossing, drawn.\n"
                           "- **Evaluate**: drivers side by side, every run one click from its "
                           "replay.\n"
                           "- **Welcome**: documents, lessons, and what one click does."),
                 Pages::tr("train drive scenario evaluate"));
    out << about(
        "worlds", Pages::tr("Worlds, agents, families"),
        Pages::tr("A *world* is one physics world. *Agents* are what learns. Agents of one "
                  "*family* may meet; those of different families in the same world pass "
                  "through each other. More worlds or families give more experience per "
                  "second; they do not change the problem.\n\n"
                  "See [parallel worlds](help:parameter/parallel.worlds)."));
}

void addRunPages(QList<HelpEntry> &out) {
    out << about(
        "runs", Pages::tr("Runs and their folders"),
        Pages::tr("A *run* is one training. It is a function of its document and seed: the "
                  "window, the number of threads and pausing change nothing of its "
                  "result. Its folder holds all of it:\n\n"
                  "- `scenario.json`: the document, all values written out\n"
                  "- `metrics.jsonl`: one row a line; equal runs have equal files\n"
                  "- `events.log`: what happened, every live change too\n"
                  "- `checkpoints/`: to resume from, and to drive with\n"
                  "- `events.out.tfevents…`: the same curves for TensorBoard\n\n"
                  "Stopping writes a [checkpoint](help:concept/checkpoints)."),
        Pages::tr("folder directory reproducible seed"));
    out << about(
        "checkpoints", Pages::tr("Checkpoints"),
        Pages::tr("A checkpoint is everything that a run needs to go on: weights, "
                  "optimiser, step count, random numbers. It is written beside its name "
                  "and renamed, so that a crash never leaves half of one; old ones go only "
                  "after the new one has been read back. A resumed run goes on without a "
                  "seam. [Checkpoint](help:key/checkpoint) writes one now."));
    out << about("speed", Pages::tr("Speed and real time"),
                 Pages::tr("The tool bar shows the *achieved* real-time factor: simulated time of "
                           "one world divided by wall time. *max* trains as fast as the machine "
                           "can; any other speed holds it, which is for watching. Pictures are "
                           "made of copies, so watching hardly slows training down; "
                           "[Render](help:key/render) off makes none."));
    out << about("randomization", Pages::tr("Degrees of randomization"),
                 Pages::tr("A policy that has seen one exact car fails on the next. Domain "
                           "randomization draws physics anew for each episode; its degree ξ scales "
                           "the spread of every draw.\n\n"
                           "- **NDR**, ξ = 0: none. Every episode has the nominal car.\n"
                           "- **LDR**, ξ = 1: low, the spread that is written in the document.\n"
                           "- **HDR**, ξ = 2: high, twice that spread.\n\n"
                           "The degree may change while a run trains; the curves mark it. The "
                           "inspector shows the sample in force. See "
                           "[degree](help:parameter/randomization.degree)."),
                 "NDR LDR HDR xi");
}

void addLearningPages(QList<HelpEntry> &out) {
    out << about("ppo", Pages::tr("How policies learn"),
                 Pages::tr("The algorithm is proximal policy optimization (PPO). Agents drive with "
                           "the present policy until a buffer is full; advantages are estimated "
                           "(GAE); the policy takes several passes over the buffer, each step "
                           "clipped so that it stays near the policy that drove. Then the next "
                           "buffer. An episode that a time limit cuts still has a future, whose "
                           "value the critic estimates; one that ended by itself has none.\n\n"
                           "See [learning rate](help:parameter/training.learning_rate), "
                           "[gamma](help:parameter/training.gamma) and "
                           "[what the curves mean](help:concept/curves)."),
                 "PPO GAE");
    out << about("imitation", Pages::tr("Learning from demonstrations"),
                 Pages::tr("Laps that are driven by hand are kept as `.pdemo` files. A policy can "
                           "begin with them: *behavioural cloning* copies what was done, *GAIL* "
                           "rewards what looks like it. *Curiosity* and *RND* reward what is new. "
                           "Each has a strength in the document, and curves of its own while it is "
                           "on."),
                 "GAIL cloning curiosity RND demonstrations pdemo");
    out << about("takeover", Pages::tr("Taking an agent over"),
                 Pages::tr("[Take over](help:key/take_over) gives you the picked agent while all "
                           "others go on learning. The run goes at real time meanwhile, and what "
                           "you drive is kept apart: the policy does not learn from it. From then "
                           "on the run is no longer a function of document and seed alone, and its "
                           "log says so."));
}

void addCarePages(QList<HelpEntry> &out) {
    out << about("recovery", Pages::tr("Unsaved work"),
                 Pages::tr("Changes that are not saved are kept in a file beside while you edit, "
                           "also those of a document without a name. After a crash the next start "
                           "offers them. Saving writes beside the file and renames, so a file is "
                           "whole at any moment."),
                 Pages::tr("crash autosave backup"));
    out << about("access", Pages::tr("Without a mouse, and other needs"),
                 Pages::tr("Everything can be reached by keys. **F6** goes from panel to panel, "
                           "**Tab** within one; in the scene, Tab picks agents. Menus open with "
                           "**F10** or **Alt** and a letter. Widgets have names for screen "
                           "readers. [Settings](help:settings/look) hold the theme, the size of "
                           "type and all keys. Colour is never the only sign: lines have names at "
                           "their ends, verdicts have words, warnings have icons."),
                 Pages::tr("keyboard accessibility contrast"));
    out << about("files", Pages::tr("Documents"),
                 Pages::tr("A scenario is one JSON file. What it leaves out has the values of its "
                           "preset; a key that does not exist is an error that names the nearest "
                           "one. The form marks in bold what differs from the preset, and the "
                           "arrow beside it puts that back. Undo takes every edit back, up to the "
                           "document as it was opened."));
}

void addCurveOverview(QList<HelpEntry> &out) {
    out << about("curves", Pages::tr("What the curves mean"),
                 Pages::tr("The bold curve is smoothed, the faint one behind it is raw. Dashed "
                           "vertical lines are changes of parameters.\n\n"
                           "- Is it getting better? [reward](help:curve/%1), "
                           "[success](help:curve/%2), [length](help:curve/%3)\n"
                           "- Is it still trying things? [entropy](help:curve/%4)\n"
                           "- Are the steps sound? [KL](help:curve/%5), "
                           "[clip fraction](help:curve/%6), [value loss](help:curve/%7), "
                           "[explained variance](help:curve/%8)")
                     .arg(QString(tag::kReward).replace(' ', "%20"),
                          QString(tag::kSuccess).replace(' ', "%20"),
                          QString(tag::kLength).replace(' ', "%20"), tag::kEntropy,
                          QString(tag::kApproxKl).replace(' ', "%20"),
                          QString(tag::kClipFraction).replace(' ', "%20"),
                          QString(tag::kValueLoss).replace(' ', "%20"),
                          QString(tag::kExplainedVariance).replace(' ', "%20")));
}

void addResultCurves(QList<HelpEntry> &out) {
    out << curve(
               tag::kReward, Pages::tr("Cumulative reward"),
               Pages::tr("What an agent earned from the start of an episode to its end, mean over "
                         "the episodes that ended. The scale is that of the document's reward, "
                         "so compare only runs of the same one."))
        << curve(tag::kLength, Pages::tr("Episode length"),
                 Pages::tr("Decisions from start to end. At first longer often means that agents "
                           "crash later; then shorter means that they arrive sooner."))
        << curve(tag::kSuccess, Pages::tr("Success rate"),
                 Pages::tr("Share of the episodes that ended at the goal, or with the laps driven. "
                           "The clearest curve of all: 100 % is a solved problem."))
        << curve(tag::kCollision, Pages::tr("Collision rate"),
                 Pages::tr("Share of the episodes that ended in a collision."))
        << curve(tag::kLapTime, Pages::tr("Lap time"),
                 Pages::tr("Mean time of whole laps. Nothing is shown before the first one."))
        << curve(tag::kLaps, Pages::tr("Laps"), Pages::tr("Whole laps in an episode."))
        << curve(tag::kCollisionsPerLap, Pages::tr("Collisions per lap"),
                 Pages::tr("Contacts with walls and other cars, for each whole lap."));
}

void addPolicyCurves(QList<HelpEntry> &out) {
    out << curve(
               tag::kEntropy, Pages::tr("Entropy"),
               Pages::tr("How undecided the policy is, in nats. It begins at the logarithm of the "
                         "number of choices and should fall slowly. A sudden fall to zero means "
                         "that it has stopped trying things: raise "
                         "[entropy weight](help:parameter/training.beta) or lower the learning "
                         "rate."))
        << curve(tag::kLearningRate, Pages::tr("Learning rate"),
                 Pages::tr("Size of the optimiser's steps, as its schedule has it now."))
        << curve(tag::kEpsilon, Pages::tr("Clip range ε"),
                 Pages::tr("How far one update may move the probability of a choice."))
        << curve(tag::kBeta, Pages::tr("Entropy weight β"),
                 Pages::tr("How much being undecided is worth to the learner now."))
        << curve(tag::kApproxKl, Pages::tr("Approximate KL divergence"),
                 Pages::tr("How far an update has moved the policy from the one that drove. Around "
                           "0.01 is usual; above 0.05 the steps are too big."))
        << curve(tag::kClipFraction, Pages::tr("Clip fraction"),
                 Pages::tr("Share of the decisions whose change was cut at ε. Zero means timid "
                           "steps; above 0.3 they are too big."))
        << curve(tag::kPolicyLoss, Pages::tr("Policy loss"),
                 Pages::tr("What the update minimizes. It has no meaning of its own and need not "
                           "fall."));
}

void addCriticCurves(QList<HelpEntry> &out) {
    out << curve(tag::kValueLoss, Pages::tr("Value loss"),
                 Pages::tr("Squared error of the critic's estimate of what is still to come. It "
                           "rises while rewards rise and falls once they settle."))
        << curve(tag::kExplainedVariance, Pages::tr("Explained variance"),
                 Pages::tr("Share of the spread of returns that the critic foresees. 1 is perfect, "
                           "0 no better than a constant, below 0 worse than one."))
        << curve(tag::kValueEstimate, Pages::tr("Value estimate"),
                 Pages::tr("What the critic expects an agent to earn from here on, mean over the "
                           "buffer. It should follow the reward."))
        << curve(tag::kStepsPerSecond, Pages::tr("Throughput"),
                 Pages::tr("Agent steps a second of wall time. It is kept apart from the metrics, "
                           "because it differs between equal runs."));
}

void addImitationCurves(QList<HelpEntry> &out) {
    out << curve(tag::kCloningLoss, Pages::tr("Cloning loss"),
                 Pages::tr("How surprised the policy is by what the demonstrations do, in nats."))
        << curve(tag::kExtrinsicReward, Pages::tr("Extrinsic reward"),
                 Pages::tr("What the task itself pays, where other rewards are added to it."))
        << curve(tag::kGailReward, Pages::tr("GAIL reward"),
                 Pages::tr("What looking like the demonstrations pays."))
        << curve(tag::kGailLoss, Pages::tr("GAIL loss"),
                 Pages::tr("Error of the judge that tells demonstrations from the policy. Near "
                           "ln 2 it can no longer tell."))
        << curve(tag::kGailPolicyEstimate, Pages::tr("GAIL estimates"),
                 Pages::tr("How expert-like the judge holds the policy and the expert. They meet "
                           "when the imitation is good."))
        << curve(tag::kCuriosityReward, Pages::tr("Curiosity reward"),
                 Pages::tr("What surprising outcomes pay. It falls as they become familiar."))
        << curve(tag::kCuriosityForwardLoss, Pages::tr("Curiosity losses"),
                 Pages::tr("Errors of the models that foresee what comes (forward) and guess what "
                           "was done (inverse)."))
        << curve(tag::kRndReward, Pages::tr("RND reward"),
                 Pages::tr("What observations pay that have seldom been seen."))
        << curve(tag::kRndLoss, Pages::tr("RND loss"),
                 Pages::tr("Error of the network that learns to know what has been seen."));
}

} // namespace

QList<HelpEntry> conceptPages() {
    QList<HelpEntry> out;
    addFirstPages(out);
    addRunPages(out);
    addCurveOverview(out);
    addLearningPages(out);
    addCarePages(out);
    return out;
}

QList<HelpEntry> curvePages() {
    QList<HelpEntry> out;
    addResultCurves(out);
    addPolicyCurves(out);
    addCriticCurves(out);
    addImitationCurves(out);
    return out;
}

} // namespace paddock

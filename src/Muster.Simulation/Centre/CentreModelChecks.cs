using System.Globalization;
using Muster.Domain.Outcomes;

namespace Muster.Simulation.Centre;

/// <summary>What is wrong with a model, field by field; an engine never starts on a wrong one.</summary>
public static class CentreModelChecks
{
    /// <summary>More than these are a slip of units, and would take hours.</summary>
    private const double MostCalls = 1e10;

    private const double MostIntervals = 100_000;

    /// <summary>Three centuries; beyond, instants would lose their fractions of a second.</summary>
    private const double LongestHorizon = 1e10;

    /// <summary>Of arrival rates, by which a run walks.</summary>
    private const double MostPieces = 1e7;

    private const int MostAgents = 100_000;
    private const int LowestLevel = 0;
    private const int HighestLevel = 100;

    /// <summary>Null when all is well.</summary>
    public static Refusal.Invalid? Of(CentreModel model)
    {
        var checks = new FieldChecks();
        CheckTimes(checks, model);
        CheckQueues(checks, model);
        CheckGroups(checks, model);
        foreach (var (i, agent) in model.Agents.Index())
        {
            CheckAgent(checks, model, agent, $"agents[{i}]");
        }

        return checks.Refusal as Refusal.Invalid;
    }

    /// <summary>What is allowed but probably not meant, in sentences.</summary>
    public static IReadOnlyList<string> Remarks(CentreModel model)
    {
        var served = model.Groups.Where(group => group.AlwaysOnQueue > 0).SelectMany(group => group.Skills)
            .Concat(model.Agents
                .Where(agent => agent.Schedule is not { Count: 0 })
                .SelectMany(agent => SkillsOf(model, agent)))
            .Select(skill => skill.Queue)
            .ToHashSet();
        return [.. model.Queues.Where(queue => !served.Contains(queue.Name)).Select(queue =>
            $"Nobody serves the queue {queue.Name}: its callers wait until they hang up.\n"
            + "Maybe give a group with agents the skill for it.")];
    }

    private static IReadOnlyList<QueueSkill> SkillsOf(CentreModel model, CentreAgent agent) =>
        agent.Skills ?? model.Groups.First(group => group.Name == agent.Group).Skills;

    private static void CheckTimes(FieldChecks checks, CentreModel model)
    {
        var (horizon, warmUp, interval) = (model.HorizonSeconds, model.WarmUpSeconds, model.IntervalSeconds);
        checks.That(horizon is > 0 and <= LongestHorizon, "horizon_seconds",
                Text($"is {horizon}; it must be above 0 and at most {LongestHorizon}.\nMaybe 86400 for a day."))
            .That(warmUp >= 0 && !(warmUp >= horizon), "warm_up_seconds",
                Text($"is {warmUp}; it must be 0 or more and less than horizon_seconds, {horizon}.\nMaybe 0."))
            .That(interval > 0 && horizon / interval <= MostIntervals, "interval_seconds",
                Text($"is {interval}; it must be above 0 and give at most {MostIntervals} intervals.\nMaybe 900."))
            .That(model.Queues.Sum(queue => queue.Arrivals.ExpectedIn(horizon)) <= MostCalls, "queues",
                Text($"expect more than {MostCalls} calls in {horizon} seconds.\nMaybe a rate is in another unit."))
            .That(Enum.IsDefined(model.Policy), "policy", $"is {model.Policy}, which is none.\nMaybe LongestWait.");
    }

    private static void CheckQueues(FieldChecks checks, CentreModel model)
    {
        checks.That(model.Queues.Count > 0, "queues",
            "is empty.\nMaybe add a queue, with Constant(0) if no calls come.");
        foreach (var (i, queue) in model.Queues.Index())
        {
            var field = $"queues[{i}]";
            checks.Text($"{field}.name", queue.Name, 1, 200)
                .That(model.Queues.Take(i).All(other => other.Name != queue.Name), $"{field}.name",
                    $"{queue.Name} is there twice.\nMaybe give each queue a name of its own.")
                .That(queue.AnswerWithinSeconds >= 0, $"{field}.answer_within_seconds",
                    Text($"is {queue.AnswerWithinSeconds}; it must be 0 or more.\nMaybe 20."))
                .That(model.HorizonSeconds / queue.Arrivals.PieceSeconds <= MostPieces, $"{field}.arrivals",
                    Text($"have intervals of {queue.Arrivals.PieceSeconds} seconds.\nMaybe 900."))
                .That(double.IsFinite(queue.HandleTime.Mean), $"{field}.handle_time",
                    "never ends.\nMaybe an exponential distribution with the mean handle time.")
                .That(double.IsFinite(queue.AfterCallWork.Mean), $"{field}.after_call_work",
                    "never ends.\nMaybe Distribution.Zero.")
                .That(queue.DayFactor is null || double.IsFinite(queue.DayFactor.Mean), $"{field}.day_factor",
                    "is infinite.\nMaybe a lognormal distribution with mean 1.");
        }
    }

    private static void CheckGroups(FieldChecks checks, CentreModel model)
    {
        foreach (var (i, group) in model.Groups.Index())
        {
            var field = $"groups[{i}]";
            checks.Text($"{field}.name", group.Name, 1, 200)
                .That(model.Groups.Take(i).All(other => other.Name != group.Name), $"{field}.name",
                    $"{group.Name} is there twice.\nMaybe give each group a name of its own.")
                .Range($"{field}.always_on_queue", group.AlwaysOnQueue, 0, MostAgents);
            CheckSkills(checks, model, group.Skills, $"{field}.skills");
        }
    }

    private static void CheckSkills(
        FieldChecks checks, CentreModel model, IReadOnlyList<QueueSkill> skills, string field)
    {
        foreach (var (i, skill) in skills.Index())
        {
            var known = model.Queues.Any(queue => queue.Name == skill.Queue);
            checks.That(known, $"{field}[{i}].queue",
                    known ? "" : $"there is no queue {skill.Queue}.\n{Nearest(model, skill)}")
                .That(skills.Take(i).All(other => other.Queue != skill.Queue), $"{field}[{i}].queue",
                    $"{skill.Queue} is there twice.\nMaybe keep the one with the right level.")
                .Range($"{field}[{i}].level", skill.Level, LowestLevel, HighestLevel);
        }
    }

    private static string Nearest(CentreModel model, QueueSkill skill) => model.Queues.Count == 0
        ? "Maybe add it."
        : $"Maybe {NearestName.Of(skill.Queue, model.Queues.Select(queue => queue.Name))}.";

    private static void CheckAgent(FieldChecks checks, CentreModel model, CentreAgent agent, string field)
    {
        var factor = agent.HandleTimeFactor;
        checks.That(model.Groups.Any(group => group.Name == agent.Group), $"{field}.group",
                $"there is no group {agent.Group}.\nMaybe add it to the model.")
            .That(factor > 0 && double.IsFinite(factor), $"{field}.handle_time_factor",
                Text($"is {factor}; it must be above 0.\nMaybe 1."));
        CheckSkills(checks, model, agent.Skills ?? [], $"{field}.skills");
        if (agent.Attendance is { } attendance)
        {
            CheckShare(checks, attendance.AbsenceProbability, $"{field}.attendance.absence_probability");
            CheckShare(checks, attendance.LateProbability, $"{field}.attendance.late_probability");
            checks.That(double.IsFinite(attendance.Lateness.Mean), $"{field}.attendance.lateness",
                "is infinite.\nMaybe an absence_probability for those who do not come.");
        }

        var schedule = agent.Schedule ?? [];
        foreach (var (i, span) in schedule.Index())
        {
            CheckSpan(checks, span, i == 0 ? null : schedule[i - 1], $"{field}.schedule[{i}]");
        }
    }

    private static void CheckShare(FieldChecks checks, double share, string field) =>
        checks.That(share is >= 0 and <= 1, field, Text($"is {share}; it must be 0 to 1.\nMaybe 0."));

    private static void CheckSpan(
        FieldChecks checks, ScheduledActivity span, ScheduledActivity? previous, string field)
    {
        var (start, end) = (span.StartSeconds, span.EndSeconds);
        checks.That(start < end && start >= 0 && double.IsFinite(end), field,
                Text($"[{start}, {end}) must start at 0 or later and end after its start.\nMaybe exchange them."))
            .That(Enum.IsDefined(span.Activity), field,
                $"has an activity {span.Activity}, which is none.\nMaybe OnQueue.")
            .That(!(previous?.EndSeconds > start), field,
                Text($"[{start}, {end}) begins before the one before it ends, at {previous?.EndSeconds}.")
                + "\nMaybe cut the time on queue around breaks, in order of time.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

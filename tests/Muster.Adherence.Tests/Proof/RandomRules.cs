using Muster.Adherence.Events;
using Muster.Adherence.Rules;
using Muster.Adherence.Schedules;
using Muster.Domain.Organization;

namespace Muster.Adherence.Tests.Proof;

/// <summary>Activities, states and rules of a unit, drawn by chance.</summary>
internal static class RandomRules
{
    public const string Telephone = "telephone";
    public const string Chat = "chat";

    public static IReadOnlyList<ActivityFacts> Activities(Random random) =>
    [
        .. Enum.GetValues<ActivityCategory>().Append(ActivityCategory.OnQueue).Append(ActivityCategory.Meeting)
            .Select((category, i) => new ActivityFacts(
                new ActivityCodeId(new Guid(i + 1, 0, 0, new byte[8])), category, random.Next(4) > 0)),
    ];

    public static StateTable States()
    {
        var states = new StateTable();
        foreach (var source in (string[])[Telephone, Chat])
        {
            foreach (var state in (string[])["Ready", "Away", "Busy", "Ringing", "Gone", "Odd"])
            {
                states.Add(new SourceState(source, state, null));
            }

            foreach (var reason in (string[])["Lunch", "Break", "Meeting", "Training", "Else"])
            {
                states.Add(new SourceState(source, "Away", reason));
            }
        }

        return states;
    }

    public static AdherenceRules Rules(Random random, IReadOnlyList<ActivityFacts> activities) => new()
    {
        Mappings = [.. ((string[])[Telephone, Chat]).SelectMany(source => Mappings(random, source))],
        Categories = [.. Enum.GetValues<ActivityCategory>().Where(_ => random.Next(2) == 0)
            .Select(category => new CategoryRule(category, Terms(random)))],
        Activities = [.. activities.Where(_ => random.Next(6) == 0)
            .Select(one => new ActivityRule(one.Id, Terms(random)))],
        AcceptsUnscheduled = random.Next(5) == 0 ? [StateMeaning.LoggedOut] : null,
    };

    private static IEnumerable<StateMapping> Mappings(Random random, string source)
    {
        yield return new StateMapping(source, "Ready", StateMeaning.OnQueue);
        yield return new StateMapping(source, "Busy", Any(random, StateMeaning.OnQueue));
        yield return new StateMapping(source, "Away", Any(random, StateMeaning.Unavailable));
        yield return new StateMapping(source, "Gone", StateMeaning.LoggedOut);
        yield return new StateMapping(source, "Ringing", Any(random, StateMeaning.Unchanged));
        yield return new StateMapping(source, "Away", Any(random, StateMeaning.Meal), "Lunch");
        yield return new StateMapping(source, "Away", StateMeaning.Break, "Break");
        yield return new StateMapping(source, "Away", Any(random, StateMeaning.Meeting), "Meeting");
        if (random.Next(2) == 0)
        {
            yield return new StateMapping(source, "Away", StateMeaning.Training, "Training");
        }
    }

    private static StateMeaning Any(Random random, StateMeaning mostly) =>
        random.Next(8) == 0 ? (StateMeaning)random.Next((int)StateMeaning.Unchanged + 1) : mostly;

    private static AdherenceTerms Terms(Random random) => new()
    {
        Accepts = random.Next(4) > 0 ? null : [.. Enum.GetValues<StateMeaning>()
            .Where(one => one <= StateMeaning.LoggedOut && random.Next(3) == 0)],
        StartEarlySeconds = Threshold(random),
        StartLateSeconds = Threshold(random),
        EndEarlySeconds = Threshold(random),
        EndLateSeconds = Threshold(random),
        Ignored = random.Next(12) == 0 ? true : null,
    };

    private static int? Threshold(Random random) => random.Next(3) switch
    {
        0 => null,
        1 => random.Next(120),
        _ => random.Next(1200),
    };
}

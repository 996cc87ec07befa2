using Muster.Adherence.Results;
using Muster.Adherence.Rules;
using Muster.Domain.Time;
using NodaTime;

namespace Muster.Adherence.Tests.Proof;

/// <summary>The rules of each of some days, by their words, looked up once.</summary>
internal sealed class PlainTerms
{
    private readonly long[] _starts;
    private readonly AdherenceTerms[][] _terms;
    private readonly bool[][][] _accepts;
    private readonly StateMeaning?[][] _meanings;

    public PlainTerms(Facts facts, LocalDate middle)
    {
        var days = Enumerable.Range(-4, 9).Select(offset => middle.PlusDays(offset)).ToList();
        _starts = [.. days.Select(day => Days.Start(day, facts.Place.Zone).ToUnixTimeSeconds())];
        _terms = [.. days.Select(facts.Rules.At).Select(rules => (AdherenceTerms[])
        [
            new AdherenceTerms { Accepts = rules.Unscheduled() },
            .. facts.Activities.Select(activity => rules.TermsOf(activity.Category, activity.Id)),
        ])];
        _accepts = [.. _terms.Select(day => day.Select(terms =>
            Enum.GetValues<StateMeaning>().Select(terms.Accepts!.Contains).ToArray()).ToArray())];
        var states = Enumerable.Range(0, facts.States.Count).Select(facts.States.StateOf).ToList();
        _meanings = [.. days.Select(facts.Rules.At).Select(rules => states.Select(rules.MeaningOf).ToArray())];
    }

    /// <summary>Which of the days a second lies in.</summary>
    public int DayAt(long t)
    {
        var day = 0;
        while (day + 1 < _starts.Length && _starts[day + 1] <= t)
        {
            day++;
        }

        return day;
    }

    public StateMeaning? Meaning(int day, int state) => _meanings[day][state];

    /// <param name="activity">Its index; -1: nothing is scheduled.</param>
    public bool IsIgnored(int day, int activity) => _terms[day][activity + 1].Ignored == true;

    /// <summary>Whether somebody who does that at a second is in adherence, thresholds included.</summary>
    public bool IsIn(Painting painting, int at, int day, Actual actual)
    {
        var (own, does) = (painting[at] + 1, (int)actual);
        if (_accepts[day][own][does])
        {
            return true;
        }

        if (painting.BoundaryAfter(at) is { } end)
        {
            var next = painting[end] + 1;
            var early = Math.Max(_terms[day][own].EndEarlySeconds ?? 0, _terms[day][next].StartEarlySeconds ?? 0);
            if (at >= end - early && _accepts[day][next][does])
            {
                return true;
            }
        }

        if (painting.BoundaryBefore(at) is { } start)
        {
            var previous = painting[start - 1] + 1;
            var late = Math.Max(_terms[day][previous].EndLateSeconds ?? 0, _terms[day][own].StartLateSeconds ?? 0);
            return at < start + late && _accepts[day][previous][does];
        }

        return false;
    }
}

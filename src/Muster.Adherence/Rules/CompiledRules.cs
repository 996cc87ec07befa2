using System.Collections.Frozen;
using Muster.Adherence.Events;
using Muster.Adherence.Results;
using Muster.Adherence.Schedules;
using NodaTime;

namespace Muster.Adherence.Rules;

/// <summary>A version of a unit's rules, made for look-ups by number.</summary>
internal sealed class CompiledRules(DatedRules rules, StateTable states, ActivityTable activities)
{
    private const byte Unread = byte.MaxValue;
    private const byte Unmapped = Unread - 1;

    private readonly FrozenDictionary<SourceState, StateMeaning> _meanings = rules.Rules.Meanings();
    private readonly CompiledTerms _unscheduled =
        new(CompiledTerms.Mask(rules.Rules.Unscheduled()), 0, 0, 0, 0, false);
    private CompiledTerms?[] _terms = [];
    private byte[] _counts = [];

    /// <summary>Null: since ever.</summary>
    public LocalDate? From => rules.From;

    /// <summary>The terms of an activity, by its index; <see cref="Piece.None"/>: nothing is scheduled.</summary>
    public CompiledTerms TermsOf(ushort code)
    {
        if (code == Piece.None)
        {
            return _unscheduled;
        }

        if (code >= _terms.Length)
        {
            Array.Resize(ref _terms, activities.Count);
        }

        return _terms[code] ??= CompiledTerms.Of(rules.Rules.TermsOf(activities[code].Category, activities[code].Id));
    }

    /// <summary>Whether an event of that state leaves the agent as before.</summary>
    public bool IsUnchanged(int state) => Read(state) == (byte)StateMeaning.Unchanged;

    /// <summary>What somebody in that state does. A state that has no meaning of its own any more is ignored.</summary>
    public Actual ActualOf(int state) => Read(state) switch
    {
        (byte)StateMeaning.Unchanged => Actual.Ignored,
        Unmapped => Actual.Unmapped,
        var read => (Actual)read,
    };

    // One byte a state, read when it is first asked for.
    private byte Read(int state)
    {
        if (state >= _counts.Length)
        {
            var before = _counts.Length;
            Array.Resize(ref _counts, states.Count);
            Array.Fill(_counts, Unread, before, _counts.Length - before);
        }

        ref var read = ref _counts[state];
        if (read == Unread)
        {
            var name = states.StateOf(state);
            read = _meanings.TryGetValue(name, out var exact) ? (byte)exact
                : _meanings.TryGetValue(name with { Reason = null }, out var any) ? (byte)any
                : Unmapped;
        }

        return read;
    }
}

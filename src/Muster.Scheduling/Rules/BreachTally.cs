namespace Muster.Scheduling.Rules;

/// <summary>Adds up the breaches of one rule; keeps where they are only when somebody will read it.</summary>
internal sealed class BreachTally(bool keepsSpans)
{
    private readonly List<(int FirstDay, int LastDay, long Amount)> _spans = [];

    /// <summary>In units of the rule.</summary>
    public long Amount { get; private set; }

    public IReadOnlyList<(int FirstDay, int LastDay, long Amount)> Spans => _spans;

    public void Add(long amount, int firstDay, int lastDay)
    {
        if (amount <= 0)
        {
            return;
        }

        Amount += amount;
        if (keepsSpans)
        {
            _spans.Add((firstDay, lastDay, amount));
        }
    }

    public void Clear()
    {
        Amount = 0;
        _spans.Clear();
    }
}

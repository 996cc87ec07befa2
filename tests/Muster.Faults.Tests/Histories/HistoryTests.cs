namespace Muster.Faults.Tests.Histories;

/// <summary>The judge itself.</summary>
public sealed class HistoryTests
{
    [Fact]
    public void What_was_reported_must_be_shown_by_all_later_reads()
    {
        var history = new History();
        history.Report(history.BeginWrite());
        history.EndRead("a", history.BeginRead(), write => write == 0);

        Assert.StartsWith("a showed one of 0; 1 had been reported", Assert.Single(history.Faults()));
    }

    [Fact]
    public void A_write_under_way_may_be_shown_or_not()
    {
        var history = new History();
        var write = history.BeginWrite();
        history.EndRead("a", history.BeginRead(), shown => shown == 0);
        history.EndRead("a", history.BeginRead(), shown => shown == write);
        history.Report(write);

        Assert.Empty(history.Faults());
    }

    [Fact]
    public void What_nobody_has_written_must_not_be_shown()
    {
        var history = new History();
        history.EndRead("a", history.BeginRead(), write => write == 1);
        history.BeginWrite();

        Assert.Single(history.Faults());
    }
}

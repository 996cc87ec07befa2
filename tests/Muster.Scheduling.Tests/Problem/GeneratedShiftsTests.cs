using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Tests.Problem;

public sealed class GeneratedShiftsTests
{
    private static readonly GeneratedShifts Windows = new()
    {
        Starts = [(0, 0), (480, 540)],
        MinLength = 360,
        MaxLength = 390,
    };

    [Fact]
    public void Every_start_has_every_length()
    {
        var shifts = Windows.All().ToList();

        Assert.Equal([0, 480, 495, 510, 525], shifts.Select(shift => shift.Start).Distinct());
        Assert.Equal([360, 375, 390], shifts.Select(shift => shift.Length).Distinct());
        Assert.Equal(15, shifts.Count);
    }

    [Fact]
    public void None_ends_after_the_latest_end() =>
        Assert.All((Windows with { LatestEnd = 860 }).All(), shift => Assert.True(shift.End <= 860));

    [Fact]
    public void Unpaid_pauses_are_not_paid()
    {
        ShiftBreak[] pauses =
        [
            new ShiftBreak { Name = "meal", Minutes = 30 },
            new ShiftBreak { Name = "break", Minutes = 15, Count = 2, Paid = true },
        ];

        Assert.All((Windows with { Breaks = pauses }).All(), shift => Assert.Equal(shift.Length - 30, shift.Paid));
    }
}

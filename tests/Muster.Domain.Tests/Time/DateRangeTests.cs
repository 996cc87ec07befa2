using Muster.Domain.Time;
using NodaTime;

namespace Muster.Domain.Tests.Time;

public sealed class DateRangeTests
{
    private static readonly LocalDate First = new(2026, 1, 1);

    [Fact]
    public void It_holds_its_start_and_not_its_end()
    {
        var range = new DateRange(First, First.PlusDays(2));

        Assert.Equal(
            [false, true, true, false],
            new[] { -1, 0, 1, 2 }.Select(days => range.Contains(First.PlusDays(days))));
        Assert.True(new DateRange(First).Contains(LocalDate.MaxIsoValue));
    }

    [Fact]
    public void One_without_a_day_cannot_be()
    {
        Assert.Throws<ArgumentException>(() => new DateRange(First, First));
        Assert.Null(DateRange.Between(First, First.PlusDays(-1)));
    }

    [Fact]
    public void Clipping_and_overlapping_agree_with_the_days_themselves()
    {
        DateRange[] ranges =
        [
            .. from start in Enumerable.Range(0, 6)
               from length in Enumerable.Range(1, 5)
               select new DateRange(First.PlusDays(start), First.PlusDays(start + length)),
            .. Enumerable.Range(0, 6).Select(start => new DateRange(First.PlusDays(start))),
        ];

        Assert.All(from a in ranges from b in ranges select (a, b), pair =>
        {
            var both = Days(pair.a).Intersect(Days(pair.b)).ToList();
            Assert.Equal(both.Count > 0, pair.a.Overlaps(pair.b));
            Assert.Equal(both, pair.a.Clip(pair.b) is { } clipped ? Days(clipped) : []);
            Assert.Equal(both.Count == Days(pair.b).Count(), pair.a.Contains(pair.b));
        });
    }

    [Fact]
    public void It_is_written_as_what_it_is()
    {
        Assert.Equal("[2026-01-01, 2026-01-03)", new DateRange(First, First.PlusDays(2)).ToString());
        Assert.Equal("[2026-01-01, ...)", new DateRange(First).ToString());
    }

    private static IEnumerable<LocalDate> Days(DateRange range) =>
        Enumerable.Range(0, 20).Select(days => First.PlusDays(days)).Where(range.Contains);
}

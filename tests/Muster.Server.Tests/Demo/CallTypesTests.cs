using Muster.Server.Demo.History;
using NodaTime;

namespace Muster.Server.Tests.Demo;

public sealed class CallTypesTests
{
    private const string Counted = """
        date,start,type,offered,answered,abandoned,answered_within_20s,handle_time_s_sum,wait_s_sum
        1999-02-01,08:00,PS,30,24,6,20,4800,100
        1999-02-01,08:00,NW,10,8,2,6,800,50
        1999-02-01,08:30,PS,10,10,0,9,2000,10
        """;

    private readonly CallTypes _types = CallTypes.Read(Counted);

    [Fact]
    public void Where_calls_were_counted_by_type_the_count_is_taken()
    {
        var monday = new LocalDateTime(1999, 2, 1, 8, 0);

        Assert.Equal(30, _types.Of("PS", monday, 41));
        Assert.Equal(10, _types.Of("NW", monday, 41));
        Assert.Equal(0, _types.Of("NW", monday.PlusMinutes(30), 41));
    }

    [Fact]
    public void Elsewhere_types_have_parts_that_add_up_to_all_calls()
    {
        var later = new LocalDateTime(1999, 5, 3, 8, 0);

        Assert.Equal(60, _types.Names.Sum(type => _types.Of(type, later, 60)), 9);
        // 10 of 40 came to NW in this half hour, 10 of 50 in all, which count as 20 calls more.
        Assert.Equal(60 * (10 + (20 * 0.2)) / (40 + 20), _types.Of("NW", later, 60), 9);
    }

    [Fact]
    public void A_call_of_a_type_takes_as_long_as_those_that_were_answered()
    {
        Assert.Equal(6800.0 / 34, _types.HandleSeconds("PS")!.Value, 9);
        Assert.Equal(100, _types.HandleSeconds("NW"));
    }

    [Fact]
    public void A_history_has_a_queue_for_each_type_at_the_new_dates()
    {
        const string All = "date,start,calls\n1999-02-01,08:00,40\n1999-02-08,08:00,1\n";
        var dates = new Redating(new LocalDate(1999, 2, 7), new LocalDate(2026, 3, 30), DateTimeZone.Utc);

        Assert.Equal(
            "queue,start,offered,aht\nNW,2026-03-23T08:00,10,100\nPS,2026-03-23T08:00,30,200\n",
            HistoryText.OfTypes(All, _types, dates));
    }
}

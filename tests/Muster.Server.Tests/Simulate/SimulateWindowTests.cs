using Muster.Server.Simulate;
using NodaTime;

namespace Muster.Server.Tests.Simulate;

/// <summary>Which part of a day is told.</summary>
public sealed class SimulateWindowTests
{
    private static readonly CentreFacts Facts = SmallCentre.Facts();
    private static readonly Instant Now = SmallCentre.At(12);

    [Fact]
    public void Without_a_time_it_begins_now_and_goes_to_the_end_of_the_day()
    {
        Assert.Equal(new SimulateWindow(Now, Facts.DayEnd, null), Of(new()));
    }

    [Fact]
    public void With_a_time_it_begins_there_and_with_a_day_at_its_beginning()
    {
        Assert.Equal(SmallCentre.At(9, 30), Of(new() { From = new LocalTime(9, 30) }).Begin);
        Assert.Equal(Facts.DayStart, Of(new() { Date = SmallCentre.Day }).Begin);
        Assert.Equal(SmallCentre.At(10), Of(new() { From = LocalTime.Midnight, Until = new LocalTime(10, 0) }).Until);
    }

    [Fact]
    public void It_goes_on_where_the_source_is()
    {
        var last = Position(SmallCentre.At(10, 1));

        Assert.Equal(new SimulateWindow(SmallCentre.At(10, 1), Facts.DayEnd, last), Of(new(), last));
        Assert.Equal(SmallCentre.At(10, 1), Of(new() { From = LocalTime.Midnight }, last).Begin);
        Assert.Null(Of(new() { From = new LocalTime(11, 0) }, last).Last);
        Assert.Equal(Now, Of(new(), Position(Facts.DayStart - Duration.FromHours(2))).Begin);
        Assert.Equal(Now, Of(new(), 812).Begin);
        Assert.True(Of(new() { Date = SmallCentre.Day, Until = new LocalTime(9, 0) }, last).IsDone);
    }

    [Fact]
    public void What_cannot_be_told_is_refused_with_a_remedy()
    {
        Refused(new() { From = new LocalTime(13, 0) }, "--from 13:00 is still to come.");
        Refused(new() { Until = new LocalTime(11, 0) }, "--until 11:00 is over.");
        Refused(new() { Speed = 60 }, "--speed 60 has nothing to hurry through");
        Assert.Contains("2026-03-02 is still to come", Assert.Throws<StartRefusedException>(() =>
            SimulateWindow.Of(Options(new()), Facts, Facts.DayStart - Duration.FromHours(1), 0)).Message,
            StringComparison.Ordinal);
        Assert.Contains("it is another's", Assert.Throws<StartRefusedException>(() =>
            Of(new(), Position(Now + Duration.FromHours(1)))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "--speed 0 is not above 0")]
    [InlineData(-1, "--speed -1 is not above 0")]
    [InlineData(double.NaN, "--speed NaN is not above 0")]
    public void A_speed_that_never_arrives_is_refused(double speed, string sentence)
    {
        var refusal = (Domain.Outcomes.Refusal.Invalid)Options(new() { Speed = speed }).Check()!;

        Assert.StartsWith(sentence, $"{refusal.Errors[0].Field} {refusal.Errors[0].Message}", StringComparison.Ordinal);
    }

    private static void Refused(Asked asked, string sentence)
    {
        var message = Assert.Throws<StartRefusedException>(() => Of(asked)).Message;
        Assert.StartsWith(sentence, message, StringComparison.Ordinal);
        Assert.Contains("\nMaybe ", message, StringComparison.Ordinal);
    }

    private static SimulateWindow Of(Asked asked, long last = 0) =>
        SimulateWindow.Of(Options(asked), Facts, Now, last);

    private static long Position(Instant at) => at.ToUnixTimeTicks() / 10;

    private static SimulateOptions Options(Asked asked) => new()
    {
        Node = new Uri("http://127.0.0.1:1"),
        Client = "c",
        Secret = "s",
        Date = asked.Date,
        From = asked.From,
        Until = asked.Until,
        Speed = asked.Speed,
    };

    private sealed record Asked
    {
        public LocalDate? Date { get; init; }

        public LocalTime? From { get; init; }

        public LocalTime? Until { get; init; }

        public double? Speed { get; init; }
    }
}

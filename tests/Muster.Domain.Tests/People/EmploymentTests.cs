using Muster.Domain.People;
using Muster.Domain.Sources;
using NodaTime;

namespace Muster.Domain.Tests.People;

public sealed class EmploymentTests
{
    private static readonly LocalDate Today = new(2026, 11, 21);

    private static SourcePerson Person => new() { Tenant = "t", FirstName = "A", LastName = "B" };

    [Fact]
    public void Who_comes_in_is_employed_from_the_day_that_the_directory_says_else_from_today()
    {
        Assert.Equal("2026-11-21..", Text(Employment.None.Follow(Person, Today)));
        Assert.Equal(
            "2020-01-01..", Text(Employment.None.Follow(Person with { HiredOn = new LocalDate(2020, 1, 1) }, Today)));
    }

    [Fact]
    public void Inactive_ends_today_and_active_again_on_that_day_goes_on()
    {
        var begun = Employment.None.Follow(Person with { HiredOn = new LocalDate(2020, 1, 1) }, Today);
        var ended = begun.Follow(Person with { IsActive = false }, Today);

        Assert.False(ended.IsActiveOn(Today));
        Assert.True(ended.IsActiveOn(Today.PlusDays(-1)));
        Assert.Equal("2020-01-01..", Text(ended.Follow(Person, Today)));
        Assert.Equal("2020-01-01..2026-11-21, 2026-12-01..", Text(ended.Follow(Person, Today.PlusDays(10))));
    }

    [Fact]
    public void An_end_that_is_known_beforehand_counts_when_it_comes()
    {
        var ends = Employment.None.Follow(Person with { TerminatedOn = Today.PlusDays(3) }, Today);

        Assert.True(ends.IsActiveOn(Today.PlusDays(2)));
        Assert.False(ends.IsActiveOn(Today.PlusDays(3)));
        Assert.Equal("2026-11-21..", Text(ends.Follow(Person, Today)));
    }

    [Fact]
    public void Inactive_beats_an_end_that_lies_ahead()
    {
        var left = Employment.None.Follow(Person, Today)
            .Follow(Person with { IsActive = false, TerminatedOn = Today.PlusDays(9) }, Today.PlusDays(1));

        Assert.Equal("2026-11-21..2026-11-22", Text(left));
    }

    [Fact]
    public void Another_employee_number_is_another_contract()
    {
        var first = Employment.None.Follow(Person with { EmployeeNumber = "1" }, Today);
        var second = first.Follow(Person with { EmployeeNumber = "2" }, Today.PlusDays(5));

        Assert.Equal("2026-11-21..2026-11-26, 2026-11-26..", Text(second));
        Assert.Equal("2", second.Last!.EmployeeNumber);
    }

    [Fact]
    public void A_correction_of_the_first_day_never_reaches_into_the_period_before()
    {
        var twice = new Employment(
        [
            new EmploymentPeriod(new LocalDate(2020, 1, 1), new LocalDate(2022, 1, 1), null),
            new EmploymentPeriod(new LocalDate(2024, 1, 1), null, null),
        ]);

        Assert.Equal(
            "2020-01-01..2022-01-01, 2023-06-01..",
            Text(twice.Follow(Person with { HiredOn = new LocalDate(2023, 6, 1) }, Today)));
        Assert.Equal(
            "2020-01-01..2022-01-01, 2024-01-01..",
            Text(twice.Follow(Person with { HiredOn = new LocalDate(2021, 6, 1) }, Today)));
    }

    [Fact]
    public void Come_and_gone_on_one_day_leaves_an_empty_period()
    {
        var brief = Employment.None.Follow(Person, Today).Terminate(Today.PlusDays(-4));

        Assert.Equal("2026-11-21..2026-11-21", Text(brief));
        Assert.False(brief.IsActiveOn(Today));
    }

    private static string Text(Employment employment) =>
        string.Join(", ", employment.Periods.Select(period => $"{period.Start:R}..{period.End:R}"));
}

using Muster.Domain.Outcomes;
using Muster.Domain.Time;

namespace Muster.Domain.Tests.Time;

public sealed class TimeZonesTests
{
    [Fact]
    public void Every_zone_is_found_by_its_name() =>
        Assert.All(TimeZones.Names, name => Assert.Equal(name, TimeZones.Find(name).Value.Id));

    [Theory]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("India Standard Time", "Asia/Kolkata")]
    [InlineData("Pacific Standard Time", "America/Los_Angeles")]
    public void Names_of_windows_are_mapped(string windows, string iana) =>
        Assert.Equal(iana, TimeZones.Find(windows).Value.Id.Replace("Calcutta", "Kolkata", StringComparison.Ordinal));

    [Theory]
    [InlineData("Europe/Berln", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("America/New York", "America/New_York")]
    public void An_unknown_zone_is_refused_with_the_nearest_name(string written, string meant)
    {
        var refused = Assert.IsType<Refusal.Invalid>(TimeZones.Find(written).Refused);

        Assert.Equal(
            $"is no time zone: {written}.\nMaybe {meant} is meant.", Assert.Single(refused.Errors).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("UTC+3")]
    public void What_the_database_does_not_list_is_no_zone(string written) =>
        Assert.NotNull(TimeZones.Find(written).Refused);

    [Fact]
    public void A_text_longer_than_any_name_is_refused_without_comparing_it() =>
        Assert.DoesNotContain("xxx", TimeZones.WhyNot(new string('x', 100_000)), StringComparison.Ordinal);
}

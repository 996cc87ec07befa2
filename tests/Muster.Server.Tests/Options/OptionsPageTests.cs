using Muster.Server.Options;
using Muster.Testing;

namespace Muster.Server.Tests.Options;

public sealed class OptionsPageTests
{
    [Fact]
    public void The_checked_in_page_is_what_the_program_makes() =>
        Assert.True(Accepted.Matches("docs/options.md", OptionsPage.Markdown(), out var advice), advice);

    [Fact]
    public void Every_option_is_described_in_a_sentence() => Assert.All(
        OptionCatalog.All,
        option => Assert.EndsWith(".", option.About.Description, StringComparison.Ordinal));

    [Fact]
    public void Every_number_has_a_range_and_every_default_lies_in_it() => Assert.All(
        OptionCatalog.All.Where(option => option.Default is int or double),
        option => Assert.InRange(
            Convert.ToDouble(option.Default, System.Globalization.CultureInfo.InvariantCulture),
            double.IsFinite(option.About.Min) ? option.About.Min : throw new InvalidOperationException(option.Key),
            option.About.Max));
}

using Muster.Simulation.Chance;

namespace Muster.Simulation.Tests.Chance;

public sealed class DistributionTests
{
    private const int Draws = 200_000;

    public static TheoryData<string, double, double> Moments => new()
    {
        { "exponential", 180, 180 },
        { "lognormal", 177, 177 * 1.23 },
        { "fixed", 42, 0 },
        { "empirical", 2, Math.Sqrt(2.0 / 3) },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public void Draws_have_the_mean_and_the_deviation(string name, double mean, double deviation)
    {
        var (distribution, stream) = (Named(name), RandomStream.Of(11).Split(3));
        var values = Enumerable.Range(0, Draws).Select(i => distribution.At(stream.At((ulong)i))).ToList();
        var average = values.Average();
        Assert.InRange(average, mean * 0.985, mean * 1.015);
        var spread = Math.Sqrt(values.Average(v => (v - average) * (v - average)));
        Assert.InRange(spread, deviation * 0.95, deviation * 1.05);
        Assert.Equal(mean, distribution.Mean, 1e-9);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.01, -2.326347874040841)]
    [InlineData(1e-12, -7.034483825301131)]
    public void Normal_quantiles_are_exact(double probability, double expected) =>
        Assert.Equal(expected, NormalQuantile.At(probability), 1e-12);

    [Theory]
    [InlineData("exponential")]
    [InlineData("lognormal")]
    [InlineData("empirical")]
    public void A_larger_number_makes_a_larger_draw(string name)
    {
        var values = Enumerable.Range(0, 1000).Select(i => Named(name).At((i + 0.5) / 1000)).ToList();
        Assert.Equal(values.Order(), values);
        Assert.All(values, value => Assert.True(double.IsFinite(value) && value >= 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_wrong_mean_is_refused_with_its_name_and_a_remedy(double mean)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Distribution.Exponential(mean));
        Assert.Equal("mean", error.ParamName);
        Assert.Contains("Maybe", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Distribution.Lognormal(180, mean));
    }

    [Fact]
    public void Observed_values_must_be_there_and_not_negative()
    {
        Assert.Throws<ArgumentException>(() => Distribution.Empirical([]));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Distribution.Empirical([1, -2]));
        Assert.Equal("values[1]", error.ParamName);
    }

    private static Distribution Named(string name) => name switch
    {
        "exponential" => Distribution.Exponential(180),
        "lognormal" => Distribution.Lognormal(177, 1.23),
        "fixed" => Distribution.Fixed(42),
        _ => Distribution.Empirical([3, 1, 2]),
    };
}

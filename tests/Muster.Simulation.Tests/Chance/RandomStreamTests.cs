using Muster.Simulation.Chance;

namespace Muster.Simulation.Tests.Chance;

public sealed class RandomStreamTests
{
    private const int Draws = 100_000;

    [Fact]
    public void The_same_seed_and_index_give_the_same_number()
    {
        Assert.Equal(RandomStream.Of(5).Split(2).At(17), RandomStream.Of(5).Split(2).At(17));
        Assert.NotEqual(RandomStream.Of(5).Split(2).At(17), RandomStream.Of(5).Split(3).At(17));
        Assert.NotEqual(RandomStream.Of(5).At(17), RandomStream.Of(6).At(17));
    }

    /// <summary>Chi-square over 100 boxes: 99 degrees of freedom, below 149 in 999 of 1,000 cases.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(ulong.MaxValue)]
    public void Numbers_are_uniform(ulong seed)
    {
        var boxes = new int[100];
        var stream = RandomStream.Of(seed);
        for (var i = 0; i < Draws; i++)
        {
            boxes[(int)(stream.At((ulong)i) * boxes.Length)]++;
        }

        Assert.InRange(boxes.Sum(count => Math.Pow(count - (Draws / 100), 2) / (Draws / 100)), 50, 160);
    }

    [Fact]
    public void Neighbouring_streams_do_not_resemble_each_other()
    {
        var (one, two) = (RandomStream.Of(1).Split(1), RandomStream.Of(1).Split(2));
        var products = Enumerable.Range(0, Draws).Average(i => (one.At((ulong)i) - 0.5) * (two.At((ulong)i) - 0.5));
        Assert.InRange(products * 12, -0.015, 0.015);
    }
}

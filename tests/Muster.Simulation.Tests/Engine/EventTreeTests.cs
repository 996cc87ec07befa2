using FsCheck;
using FsCheck.Fluent;
using Muster.Simulation.Engine;

namespace Muster.Simulation.Tests.Engine;

public sealed class EventTreeTests
{
    private const int Sources = 13;

    private static readonly Gen<(int Source, int Time)[]> Settings = Gen.ArrayOf(
        from source in Gen.Choose(0, Sources - 1)
        from time in Gen.Choose(0, 20)
        select (source, time));

    /// <summary>At equal times the source with the lower number; 20 stands for never.</summary>
    [Fact]
    public void It_finds_the_first_as_a_search_does() =>
        Prop.ForAll(Settings.ToArbitrary(), AgreesWithASearch)
            .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    private static bool AgreesWithASearch((int Source, int Time)[] settings)
    {
        var tree = new EventTree(Sources);
        var times = Enumerable.Repeat(double.PositiveInfinity, Sources).ToArray();
        foreach (var (source, time) in settings)
        {
            times[source] = time == 20 ? double.PositiveInfinity : time;
            tree.Set(source, times[source]);
            var first = Array.IndexOf(times, times.Min());
            if (tree.First != first || !tree.FirstTime.Equals(times[first]))
            {
                return false;
            }
        }

        return true;
    }
}

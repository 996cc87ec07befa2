namespace Muster.Cluster.Tests.Mutations;

/// <summary>A simulation that finds nothing proves nothing, unless it finds what is planted.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Seeds = 3_000;

    public static TheoryData<Mutation> Mutations => [.. MutationList.All];

    [Theory]
    [MemberData(nameof(Mutations), DisableDiscoveryEnumeration = true)]
    public void The_simulation_sees(Mutation mutation)
    {
        var found = MutatedSimulation.Compile(mutation).FindViolation(Seeds);
        Assert.NotNull(found);
        output.WriteLine($"{found.Value.Seeds} seeds: {found.Value.Violation}");
    }

    [Fact]
    public void Without_a_mistake_it_sees_nothing() => Assert.Null(MutatedSimulation.Compile(null).FindViolation(20));
}

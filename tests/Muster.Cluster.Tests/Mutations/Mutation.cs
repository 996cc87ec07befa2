namespace Muster.Cluster.Tests.Mutations;

/// <summary>A mistake planted in the sources: the simulation must notice it.</summary>
/// <param name="Name">What is wrong, as a sentence.</param>
/// <param name="File">Where, from the root of the repository.</param>
/// <param name="Right">The text that is there, once.</param>
/// <param name="Wrong">What is put in its place.</param>
public sealed record Mutation(string Name, string File, string Right, string Wrong)
{
    public override string ToString() => Name;
}

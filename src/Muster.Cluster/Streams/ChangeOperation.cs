namespace Muster.Cluster.Streams;

/// <summary>What became of an entity.</summary>
public enum ChangeOperation
{
    Put,
    Delete,
}

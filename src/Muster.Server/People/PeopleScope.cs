using Muster.Cluster.Streams;
using Muster.Domain.People;
using Muster.Storage;

namespace Muster.Server.People;

/// <summary>The scope through which every change of an agent goes.</summary>
public static class PeopleScope
{
    public const string Agent = "agent";

    public static readonly ScopeName Name = ScopeName.Of("people");

    public static void Record(WriteTransaction transaction, Agent agent) => transaction.Record(
        Name, new Change(Agent, agent.Id.ToString(), agent.Version, ChangeOperation.Put));
}

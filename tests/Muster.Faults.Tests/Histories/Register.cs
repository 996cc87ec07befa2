using System.Net;
using Muster.Faults.Tests.Nodes;

namespace Muster.Faults.Tests.Histories;

/// <summary>
/// A value that every node caches: which permission an access role gives, as the session of its holder shows it.
/// </summary>
internal sealed class Register(ProcessCluster cluster, History history, Person holder, string role)
{
    private static readonly string[] Values =
        ["users:view", "access_roles:view", "clients:view", "audit:view", "system:view"];

    public static async Task<Register> MakeAsync(ProcessCluster cluster, NodeProcess node, History history)
    {
        var made = (await cluster.Administrator.PostAsync(
            node.Address, "/access-roles", new { name = "Register", description = "-", permissions = Values[..1] }))
            .Is(HttpStatusCode.Created);
        var role = made.Body.GetProperty("id").GetString()!;
        var grants = new[] { new { role_id = role, scope_kind = "all" } };
        var user = (await cluster.Administrator.PostAsync(
            node.Address, "/users", new { user_name = "holder", display_name = "Holder", grants }))
            .Is(HttpStatusCode.Created);
        var holder = await Person.SignInFirstAsync(
            node.Address, "holder", user.Body.GetProperty("first_password").GetString()!);
        return new Register(cluster, history, holder, role);
    }

    /// <summary>Writes the next value at a node and waits until that node reports it as applied.</summary>
    public async Task WriteAsync(NodeProcess node)
    {
        var write = history.BeginWrite();
        var permissions = new[] { Values[write % Values.Length] };
        (await cluster.Administrator.PatchAsync(node.Address, $"/access-roles/{role}", new { permissions }, write))
            .Is(HttpStatusCode.OK);
        var applied = await cluster.AppliedAsync(node, 10_000);
        Assert.True(applied.Body.GetProperty("complete").GetBoolean(), applied.Text);
        history.Report(write);
    }

    /// <summary>Reads at a node, again and again, until told to stop.</summary>
    public async Task ReadAsync(string node, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            // A cached caller is answered without a thread change: let the others have their turn.
            await Task.Yield();
            await ReadOnceAsync(node);
        }
    }

    private async Task ReadOnceAsync(string node)
    {
        var asked = history.BeginRead();
        try
        {
            var answer = await holder.GetAsync(cluster[node].Address, "/session");
            if (answer.Status == HttpStatusCode.OK)
            {
                var value = answer.Body.GetProperty("permissions").EnumerateArray().Single().GetString();
                history.EndRead(node, asked, write => Values[write % Values.Length] == value);
            }
        }
        catch (HttpRequestException)
        {
            // The node has been killed; what it does not say cannot be wrong.
        }
    }
}

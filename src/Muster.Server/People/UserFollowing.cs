using Muster.Domain.People;
using Muster.Server.Identity;
using Muster.Storage;
using Muster.Storage.Identity;

namespace Muster.Server.People;

/// <summary>
/// Keeps the names and e-mail addresses of accounts equal to their agents'. It makes no account, and gives no right.
/// </summary>
public sealed class UserFollowing(UserStore users, Audit audit)
{
    public async Task FollowAsync(
        WriteTransaction transaction, IEnumerable<Agent> agents, CancellationToken token)
    {
        var named = agents.Where(agent => agent is { UserName: not null, RemovedAt: null }).ToList();
        if (named.Count == 0)
        {
            return;
        }

        var renamed = await users.RenameAsync(
            transaction, [.. named.Select(agent => (agent.UserName!, agent.FullName, agent.Email))], token);
        foreach (var (id, version, name, email) in renamed)
        {
            await audit.AppendAsync(
                transaction, new AuditSubject("changed as its agent", AccessScope.User, id.ToString(), version), null,
                new { display_name = name, email }, token);
        }
    }
}

using System.Runtime.CompilerServices;
using Muster.Domain.Identity;
using Muster.Storage.Identity;

namespace Muster.Server.Commands;

/// <summary>All users, read page by page.</summary>
internal static class UserPages
{
    private const int PageSize = 200;

    public static async IAsyncEnumerable<User> AllAsync(
        UserStore store, [EnumeratorCancellation] CancellationToken token)
    {
        var after = new UserId(Guid.Empty);
        IReadOnlyList<User> page;
        do
        {
            page = await store.ListAsync("", after, PageSize, token);
            foreach (var user in page)
            {
                yield return user;
                after = user.Id;
            }
        }
        while (page.Count == PageSize);
    }
}

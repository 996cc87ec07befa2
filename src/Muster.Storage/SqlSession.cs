using Npgsql;

namespace Muster.Storage;

/// <summary>
/// Where a statement runs: on its own (<see cref="Database"/>), or inside a <see cref="WriteTransaction"/>.
/// </summary>
public abstract class SqlSession
{
    private protected SqlSession()
    {
    }

    /// <summary>A statement whose parameters are $1, $2, ...</summary>
    internal abstract NpgsqlCommand Command(string sql, params ReadOnlySpan<object?> values);
}

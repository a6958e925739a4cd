using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ledger.Hosting.Signing;

/// <summary>What is used of OpenSSL's libcrypto 3, the library that .NET itself uses on Linux.</summary>
internal static partial class LibCrypto
{
    private const string Name = "libcrypto";

    private static readonly string[] Files =
        ["libcrypto.so.3", "libcrypto.3.dylib", "libcrypto-3-x64", "libcrypto-3-arm64", "libcrypto"];

    static LibCrypto() => NativeLibrary.SetDllImportResolver(typeof(LibCrypto).Assembly, Resolve);

    [LibraryImport(Name, EntryPoint = "EVP_PKEY_new_raw_private_key")]
    public static partial KeyHandle PrivateKey(int type, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Name, EntryPoint = "EVP_PKEY_new_raw_public_key")]
    public static partial KeyHandle PublicKey(int type, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Name, EntryPoint = "EVP_PKEY_get_raw_public_key")]
    public static partial int PublicKeyOf(KeyHandle key, Span<byte> to, ref nuint length);

    [LibraryImport(Name, EntryPoint = "EVP_PKEY_free")]
    private static partial void FreeKey(nint key);

    [LibraryImport(Name, EntryPoint = "EVP_MD_CTX_new")]
    public static partial ContextHandle NewContext();

    [LibraryImport(Name, EntryPoint = "EVP_MD_CTX_free")]
    private static partial void FreeContext(nint context);

    [LibraryImport(Name, EntryPoint = "EVP_DigestSignInit")]
    public static partial int BeginSigning(ContextHandle context, nint key, nint digest, nint engine, KeyHandle with);

    [LibraryImport(Name, EntryPoint = "EVP_DigestSign")]
    public static partial int Sign(
        ContextHandle context, Span<byte> signature, ref nuint length, ReadOnlySpan<byte> message, nuint size);

    [LibraryImport(Name, EntryPoint = "EVP_DigestVerifyInit")]
    public static partial int BeginVerifying(ContextHandle context, nint key, nint digest, nint engine, KeyHandle with);

    [LibraryImport(Name, EntryPoint = "EVP_DigestVerify")]
    public static partial int Verify(
        ContextHandle context, ReadOnlySpan<byte> signature, nuint length, ReadOnlySpan<byte> message, nuint size);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Name)
            return 0;

        foreach (var file in Files)
        {
            if (NativeLibrary.TryLoad(file, assembly, path, out var library))
                return library;
        }

        throw new DllNotFoundException("Checkpoints are signed by OpenSSL's libcrypto 3, which is not installed.");
    }

    internal sealed class KeyHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
    {
        protected override bool ReleaseHandle()
        {
            FreeKey(handle);
            return true;
        }
    }

    internal sealed class ContextHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
    {
        protected override bool ReleaseHandle()
        {
            FreeContext(handle);
            return true;
        }
    }
}

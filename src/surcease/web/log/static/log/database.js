// A database of this device, opened when it is first used, and again after the browser closed it.

export function database(name, makeStores) {
  let opened;

  function open() {
    opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => makeStores(request.result);
      request.onsuccess = () => {
        request.result.onclose = () => (opened = undefined);
        resolve(request.result);
      };
      request.onerror = () => reject(request.error);
    });
    opened.catch(() => (opened = undefined));
    return opened;
  }

  // Runs `work` in one transaction and resolves when it is on the disk.
  return async function within(stores, mode, work) {
    const connection = await open();
    return new Promise((resolve, reject) => {
      const transaction = connection.transaction(stores, mode, { durability: "strict" });
      const request = work(...stores.map((each) => transaction.objectStore(each)));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = () => reject(transaction.error);
    });
  };
}
